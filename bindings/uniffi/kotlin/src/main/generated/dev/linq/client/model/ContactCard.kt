// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** The name and photo that one of your lines shows to the people it writes to. */
@Serializable
public data class ContactCard(
    /** The line, E.164. */
    @SerialName("phone_number")
    public val phoneNumber: String,
    /** The first name. Documented as always present. */
    @SerialName("first_name")
    public val firstName: String? = null,
    /** Whether the line has taken the card on. Documented as always present. */
    @SerialName("is_active")
    public val isActive: Boolean? = null,
    /** The photo. */
    @SerialName("image_url")
    public val imageUrl: PrivateText? = null,
    /** The last name. */
    @SerialName("last_name")
    public val lastName: String? = null,
)
