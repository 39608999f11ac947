// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.webhook

import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import dev.linq.client.model.ChatHandle
import dev.linq.client.model.Direction
import dev.linq.client.model.EventReplyTo
import dev.linq.client.model.HealthStatus
import dev.linq.client.model.MessageEffect
import dev.linq.client.model.MessagePart
import dev.linq.client.model.PreferredService
import dev.linq.client.model.ServiceType
import dev.linq.client.model.text
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/**
 * A message of an event, whichever version of the payload it came in.
 *
 * What a version or an event does not have is `None`.
 */
@Serializable
public data class MessageView(
    /** The message's identifier. */
    @SerialName("message_id")
    public val messageId: String? = null,
    /** The chat that it is in. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** Whether that is a group. */
    @SerialName("is_group")
    public val isGroup: Boolean? = null,
    /** Which way it went; absent where the payload does not say. */
    public val direction: Direction? = null,
    /** Who sent it. */
    public val sender: ChatHandle? = null,
    /** The sender's phone number (E.164) or e-mail address, or a short code. */
    @SerialName("sender_handle")
    public val senderHandle: String? = null,
    /** Your line's phone number. */
    public val line: String? = null,
    /** What it consists of, in order; empty under zero-day retention. */
    public val parts: List<MessagePart> = emptyList(),
    /** The service that carried it. */
    public val service: ServiceType? = null,
    /** The service that it was asked to go over. */
    @SerialName("preferred_service")
    public val preferredService: PreferredService? = null,
    /** The iMessage effect that it plays. */
    public val effect: MessageEffect? = null,
    /** The message that it answers. */
    @SerialName("reply_to")
    public val replyTo: EventReplyTo? = null,
    /** The key that you sent it with. */
    @SerialName("idempotency_key")
    public val idempotencyKey: String? = null,
    /** When it was sent. */
    @SerialName("sent_at")
    public val sentAt: Timestamp? = null,
    /** When it was received, if it was. Only in version `2025-01-01`. */
    @SerialName("received_at")
    public val receivedAt: Timestamp? = null,
    /** When it was delivered; absent before that. */
    @SerialName("delivered_at")
    public val deliveredAt: Timestamp? = null,
    /** When it was read; absent before that. */
    @SerialName("read_at")
    public val readAt: Timestamp? = null,
    /**
     * When it was recovered, if it was not delivered live: do not answer it by yourself. Only in version `2026-02-03`.
     */
    @SerialName("reconciled_at")
    public val reconciledAt: Timestamp? = null,
    /** How well the conversation goes (beta). Only in version `2026-02-03`. */
    @SerialName("health_status")
    public val healthStatus: HealthStatus? = null,
    /** Whether the line is under zero-day retention. Only in version `2026-02-03`. */
    @SerialName("zero_retention")
    public val zeroRetention: Boolean? = null,
) {
    /** The texts of its parts, one a line; empty if there are none. */
    public val text: String get() = parts.text

    /** Whether it came from the other side; false also where the payload does not say. */
    public val isInbound: Boolean get() = direction == Direction.Inbound
}
