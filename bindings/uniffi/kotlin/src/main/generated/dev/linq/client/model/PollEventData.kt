// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/**
 * A poll of yours was sent, delivered or read.
 *
 * How far it got shows in the times: `sent_at` is always there, `delivered_at` from `poll.delivered` on, `read_at` with
 * `poll.read`.
 */
@Serializable
public data class PollEventData(
    /** The chat that it is in. */
    public val chat: EventChat = EventChat(),
    /** When the poll was created. Documented as always present. */
    @SerialName("created_at")
    public val createdAt: Timestamp? = null,
    /** Which way it went. Documented as always present. */
    public val direction: Direction? = null,
    /** The message that is the poll. Documented as always present. */
    @SerialName("message_id")
    public val messageId: String? = null,
    /** Its options and votes. */
    public val poll: PollResults = PollResults(),
    /** The service that carried it. Documented as always present. */
    public val service: ServiceType? = null,
    /** When the poll last changed. Documented as always present. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp? = null,
    /** When it was delivered; absent before that. */
    @SerialName("delivered_at")
    public val deliveredAt: Timestamp? = null,
    /** When it was read; absent before that. */
    @SerialName("read_at")
    public val readAt: Timestamp? = null,
    /** Who sent the poll. */
    @SerialName("sender_handle")
    public val senderHandle: ChatHandle? = null,
    /** When it was sent. */
    @SerialName("sent_at")
    public val sentAt: Timestamp? = null,
    /** Whether the line is under zero-day retention: the options' texts are then empty. */
    @SerialName("zero_retention")
    public val zeroRetention: Boolean? = null,
)
