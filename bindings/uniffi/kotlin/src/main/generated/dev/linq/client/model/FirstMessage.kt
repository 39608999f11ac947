// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** The first message of a chat, as the API has just accepted it. */
@Serializable
public data class FirstMessage(
    /** The message's identifier. Documented as always present. */
    public val id: String? = null,
    /** When the message was created. Documented as always present. */
    @SerialName("created_at")
    public val createdAt: Timestamp? = null,
    /** How far it got. Documented as always present. */
    @SerialName("delivery_status")
    public val deliveryStatus: DeliveryStatus? = null,
    /** Deprecated by the API in favour of `deliveryStatus`. Documented as always present. */
    @SerialName("is_read")
    public val isRead: Boolean? = null,
    /** What it consists of, in order. */
    public val parts: List<MessagePart> = emptyList(),
    /** When it was sent; absent while it waits. */
    @SerialName("sent_at")
    public val sentAt: Timestamp? = null,
    /** When it was delivered; absent before that. */
    @SerialName("delivered_at")
    public val deliveredAt: Timestamp? = null,
    /** The iMessage effect that it plays. */
    public val effect: MessageEffect? = null,
    /** Who sent it: your line. */
    @SerialName("from_handle")
    public val fromHandle: ChatHandle? = null,
    /** The service that it was asked to go over; absent if none was named. */
    @SerialName("preferred_service")
    public val preferredService: ServiceType? = null,
    /** The message that it answers. */
    @SerialName("reply_to")
    public val replyTo: ReplyTo? = null,
    /** The service that carries it. */
    public val service: ServiceType? = null,
) {
    /** The texts of its parts, one a line; empty if there are none. */
    public val text: String get() = parts.text
}
