// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Somebody sent a poll to your line. */
@Serializable
public data class PollReceivedData(
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
    /** The poll as it arrived: no votes yet. */
    public val poll: PollResults,
    /** When it arrived. */
    @SerialName("received_at")
    public val receivedAt: Timestamp,
    /** The service that carried it. */
    public val service: ServiceType,
    /** When the poll last changed. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp,
    /** Who made the poll. */
    @SerialName("sender_handle")
    public val senderHandle: ChatHandle? = null,
    /**
     * Whether the line is under zero-day retention. The options' texts are here all the same, and nowhere else later.
     */
    @SerialName("zero_retention")
    public val zeroRetention: Boolean? = null,
)
