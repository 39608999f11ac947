// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** The message within a `LegacyMessageEvent`. */
@Serializable
public data class LegacyMessagePayload(
    /** The message's identifier. */
    public val id: String? = null,
    /** What it consists of, in order: text and media. */
    public val parts: List<MessagePart>? = null,
    /** The iMessage effect that it plays. */
    public val effect: MessageEffect? = null,
    /** The message that it answers. */
    @SerialName("reply_to")
    public val replyTo: EventReplyTo? = null,
    /** Whether it was delivered. */
    @SerialName("is_delivered")
    public val isDelivered: Boolean? = null,
    /** Whether it was read. */
    @SerialName("is_read")
    public val isRead: Boolean? = null,
    /** When it was sent. */
    @SerialName("sent_at")
    public val sentAt: Timestamp? = null,
    /** When it was delivered. */
    @SerialName("delivered_at")
    public val deliveredAt: Timestamp? = null,
    /** When it was read. */
    @SerialName("read_at")
    public val readAt: Timestamp? = null,
    /** When it was created. */
    @SerialName("created_at")
    public val createdAt: Timestamp? = null,
    /** When it last changed. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp? = null,
) {
    /** The texts of its parts, one a line; empty if there are none. */
    public val text: String get() = parts.orEmpty().text
}
