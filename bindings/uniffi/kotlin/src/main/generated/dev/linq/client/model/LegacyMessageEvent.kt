// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A message, as version `2025-01-01` puts it. */
@Serializable
public data class LegacyMessageEvent(
    /** The chat that it is in. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** Whether that is a group. */
    @SerialName("is_group")
    public val isGroup: Boolean? = null,
    /** The key that you sent it with. */
    @SerialName("idempotency_key")
    public val idempotencyKey: String? = null,
    /** The sender's handle. */
    public val from: String? = null,
    /** Who sent it. */
    @SerialName("from_handle")
    public val fromHandle: ChatHandle? = null,
    /** The message itself. */
    public val message: LegacyMessagePayload? = null,
    /** The message's identifier, in `message.read` and `message.delivered`. */
    @SerialName("message_id")
    public val messageId: String? = null,
    /** The recipient's phone number. */
    @SerialName("recipient_phone")
    public val recipientPhone: String? = null,
    /** Who it was for. */
    @SerialName("recipient_handle")
    public val recipientHandle: ChatHandle? = null,
    /** Whether you sent it. */
    @SerialName("is_from_me")
    public val isFromMe: Boolean? = null,
    /** When it was received. */
    @SerialName("received_at")
    public val receivedAt: Timestamp? = null,
    /** When it was read, in `message.read`. */
    @SerialName("read_at")
    public val readAt: Timestamp? = null,
    /** When it was delivered, in `message.delivered`. */
    @SerialName("delivered_at")
    public val deliveredAt: Timestamp? = null,
    /** The service that carried it. */
    public val service: ServiceType? = null,
    /** The service that it was asked to go over. */
    @SerialName("preferred_service")
    public val preferredService: PreferredService? = null,
) : MessagePayload
