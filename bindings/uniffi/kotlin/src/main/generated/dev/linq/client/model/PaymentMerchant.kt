// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** Who is paid. */
@Serializable
public data class PaymentMerchant(
    /** Their name. */
    public val name: String? = null,
    /** Their website. */
    public val url: String? = null,
)
