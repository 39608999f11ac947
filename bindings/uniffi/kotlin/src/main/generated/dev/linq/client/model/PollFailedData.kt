// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A poll of yours, or a change of one, could not be sent. */
@Serializable
public data class PollFailedData(
    /** The chat that it was meant for. */
    public val chat: EventChat,
    /** Which way it was to go. */
    public val direction: Direction,
    /** Why it failed. */
    public val error: PollFailedError,
    /** When that was noticed. */
    @SerialName("failed_at")
    public val failedAt: Timestamp,
    /** The message that is the poll. */
    @SerialName("message_id")
    public val messageId: String,
    /** The poll as it was then. */
    public val poll: PollResults,
    /** The service that it was tried on. */
    public val service: ServiceType,
    /** Absent: nothing was sent. */
    @SerialName("sender_handle")
    public val senderHandle: ChatHandle? = null,
    /** Whether the line is under zero-day retention: the options' texts are then empty. */
    @SerialName("zero_retention")
    public val zeroRetention: Boolean? = null,
)
