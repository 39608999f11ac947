// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import kotlinx.serialization.Serializable

/** Who is to be paid: the card works there. */
@Serializable
public data class MerchantDetails(
    /** Their name. */
    public val name: String? = null,
    /** Their website. */
    public val url: String? = null,
)
