// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A poll of yours, or a change of one, could not be sent. */
@Serializable
public data class PollFailedData(
    /** The chat that it was meant for. */
    public val chat: EventChat = EventChat(),
    /** Which way it was to go. Documented as always present. */
    public val direction: Direction? = null,
    /** Why it failed. */
    public val error: PollFailedError = PollFailedError(),
    /** When that was noticed. Documented as always present. */
    @SerialName("failed_at")
    public val failedAt: Timestamp? = null,
    /** The message that is the poll. Documented as always present. */
    @SerialName("message_id")
    public val messageId: String? = null,
    /** The poll as it was then. */
    public val poll: PollResults = PollResults(),
    /** The service that it was tried on. Documented as always present. */
    public val service: ServiceType? = null,
    /** Absent: nothing was sent. */
    @SerialName("sender_handle")
    public val senderHandle: ChatHandle? = null,
    /** Whether the line is under zero-day retention: the options' texts are then empty. */
    @SerialName("zero_retention")
    public val zeroRetention: Boolean? = null,
)
