// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/**
 * A message, as version `2026-02-03` puts it.
 *
 * How far it got shows in the times: `sent_at` is always there, `delivered_at` from `message.delivered` on, `read_at`
 * with `message.read`.
 */
@Serializable
public data class MessageEventData(
    /** The message's identifier. Documented as always present. */
    public val id: String? = null,
    /** The chat that it is in. */
    public val chat: MessageEventChat = MessageEventChat(),
    /** Which way it went. Documented as always present. */
    public val direction: Direction? = null,
    /** What it consists of, in order; empty under zero-day retention. */
    public val parts: List<MessagePart> = emptyList(),
    /** Who sent it. */
    @SerialName("sender_handle")
    public val senderHandle: ChatHandle = ChatHandle(),
    /** The service that carried it. Documented as always present. */
    public val service: ServiceType? = null,
    /** When it was delivered; absent before that. */
    @SerialName("delivered_at")
    public val deliveredAt: Timestamp? = null,
    /** The iMessage effect that it plays. */
    public val effect: MessageEffect? = null,
    /** The key that you sent it with. */
    @SerialName("idempotency_key")
    public val idempotencyKey: String? = null,
    /** The service that it was asked to go over. */
    @SerialName("preferred_service")
    public val preferredService: PreferredService? = null,
    /** When it was read; absent before that. */
    @SerialName("read_at")
    public val readAt: Timestamp? = null,
    /**
     * When it was recovered, if it was not delivered live. `sent_at` is then much earlier: take the message as history,
     * and do not answer it by yourself.
     */
    @SerialName("reconciled_at")
    public val reconciledAt: Timestamp? = null,
    /** The message that it answers. */
    @SerialName("reply_to")
    public val replyTo: EventReplyTo? = null,
    /** When it was sent. */
    @SerialName("sent_at")
    public val sentAt: Timestamp? = null,
    /** Whether the line is under zero-day retention: `parts` is then empty. */
    @SerialName("zero_retention")
    public val zeroRetention: Boolean? = null,
) : MessagePayload {
    /** The texts of its parts, one a line; empty if there are none. */
    public val text: String get() = parts.text
}
