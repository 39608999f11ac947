// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * A poll of yours was sent, delivered or read.
 *
 * How far it got shows in the times: `sent_at` is always there, `delivered_at` from `poll.delivered` on, `read_at` with
 * `poll.read`.
 */
@Serializable
public data class PollEventData(
    /** The chat that it is in. */
    public val chat: EventChat,
    /** When the poll was created. */
    @SerialName("created_at")
    public val createdAt: Timestamp,
    /** Which way it went. */
    public val direction: Direction,
    /** The message that is the poll. */
    @SerialName("message_id")
    public val messageId: String,
    /** Its options and votes. */
    public val poll: PollResults,
    /** The service that carried it. */
    public val service: ServiceType,
    /** When the poll last changed. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp,
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
