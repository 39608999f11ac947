// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** Somebody sent a poll to your line. */
@Serializable
public data class PollReceivedData(
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
    /** The poll as it arrived: no votes yet. */
    public val poll: PollResults = PollResults(),
    /** When it arrived. Documented as always present. */
    @SerialName("received_at")
    public val receivedAt: Timestamp? = null,
    /** The service that carried it. Documented as always present. */
    public val service: ServiceType? = null,
    /** When the poll last changed. Documented as always present. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp? = null,
    /** Who made the poll. */
    @SerialName("sender_handle")
    public val senderHandle: ChatHandle? = null,
    /**
     * Whether the line is under zero-day retention. The options' texts are here all the same, and nowhere else later.
     */
    @SerialName("zero_retention")
    public val zeroRetention: Boolean? = null,
)
