// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The name and photo that one of your lines shows to the people it writes to. */
@Serializable
public data class ContactCard(
    /** The first name. */
    @SerialName("first_name")
    public val firstName: String,
    /** Whether the line has taken the card on. */
    @SerialName("is_active")
    public val isActive: Boolean,
    /** The line, E.164. */
    @SerialName("phone_number")
    public val phoneNumber: String,
    /** The photo. */
    @SerialName("image_url")
    public val imageUrl: PrivateText? = null,
    /** The last name. */
    @SerialName("last_name")
    public val lastName: String? = null,
)
