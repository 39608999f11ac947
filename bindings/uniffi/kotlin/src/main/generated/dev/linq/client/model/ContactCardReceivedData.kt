// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * Somebody shared a contact card with a line of yours.
 *
 * It comes once for each person and line, however many chats they have in common, and again when the card's name or
 * picture changes.
 */
@Serializable
public data class ContactCardReceivedData(
    /** The first name on the card. Documented as always present. */
    @SerialName("first_name")
    public val firstName: String? = null,
    /** The last name on the card; may be empty. Documented as always present. */
    @SerialName("last_name")
    public val lastName: String? = null,
    /** The line that it was shared with. Documented as always present. */
    @SerialName("owner_handle")
    public val ownerHandle: String? = null,
    /** Who shared it: a phone number (E.164) or an e-mail address. Documented as always present. */
    @SerialName("sender_handle")
    public val senderHandle: String? = null,
    /**
     * The picture, or a video; absent if there is none, or if it could not be fetched. The address may expire after 45
     * minutes: download it at once.
     */
    @SerialName("media_url")
    public val mediaUrl: PrivateText? = null,
)
