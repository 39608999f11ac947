// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A message of a chat, sent or received. */
@Serializable
public data class Message(
    /** The message's identifier. */
    public val id: String,
    /** The chat that it is in. Documented as always present. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** When the message was created. Documented as always present. */
    @SerialName("created_at")
    public val createdAt: Timestamp? = null,
    /** How far it got. Documented as always present. */
    @SerialName("delivery_status")
    public val deliveryStatus: DeliveryStatus? = null,
    /**
     * Deprecated by the API in favour of `deliveryStatus`: whether that is `delivered` or `read`. Documented as always
     * present.
     */
    @SerialName("is_delivered")
    public val isDelivered: Boolean? = null,
    /** Whether you sent it. Documented as always present. */
    @SerialName("is_from_me")
    public val isFromMe: Boolean? = null,
    /** Deprecated by the API in favour of `deliveryStatus`. Documented as always present. */
    @SerialName("is_read")
    public val isRead: Boolean? = null,
    /** When the message last changed. Documented as always present. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp? = null,
    /** When it was delivered; absent before that, in groups and over SMS. */
    @SerialName("delivered_at")
    public val deliveredAt: Timestamp? = null,
    /** The iMessage effect that it plays. */
    public val effect: MessageEffect? = null,
    /** Deprecated by the API in favour of `fromHandle`: the sender's handle. */
    public val from: String? = null,
    /** Who sent it. */
    @SerialName("from_handle")
    public val fromHandle: ChatHandle? = null,
    /** What it consists of, in order. */
    public val parts: List<MessagePart>? = null,
    /** The service that it was asked to go over; absent if none was named. */
    @SerialName("preferred_service")
    public val preferredService: ServiceType? = null,
    /** When it was read; absent before that, in groups and over SMS. */
    @SerialName("read_at")
    public val readAt: Timestamp? = null,
    /**
     * When it was recovered, if it was not delivered live. `sent_at` is then much earlier, and earlier reads of the
     * conversation may not have shown it.
     */
    @SerialName("reconciled_at")
    public val reconciledAt: Timestamp? = null,
    /** The message that it answers. */
    @SerialName("reply_to")
    public val replyTo: ReplyTo? = null,
    /** When it was sent. */
    @SerialName("sent_at")
    public val sentAt: Timestamp? = null,
    /** The service that carried it. */
    public val service: ServiceType? = null,
) {
    /** The texts of its parts, one a line; empty if there are none. */
    public val text: String get() = parts.orEmpty().text
}
