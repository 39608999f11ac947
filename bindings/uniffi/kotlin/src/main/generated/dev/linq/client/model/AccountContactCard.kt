// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A line's contact card. */
@Serializable
public data class AccountContactCard(
    /** The card's identifier. Documented as always present. */
    public val id: String? = null,
    /** The first name on it. Documented as always present. */
    @SerialName("first_name")
    public val firstName: String? = null,
    /** The picture on it, if there is one. */
    @SerialName("image_url")
    public val imageUrl: PrivateText? = null,
    /** The last name on it, if there is one. */
    @SerialName("last_name")
    public val lastName: String? = null,
)
