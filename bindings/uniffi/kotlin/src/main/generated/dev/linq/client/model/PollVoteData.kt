// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** Somebody voted for an option of a poll, or took the vote back. */
@Serializable
public data class PollVoteData(
    /** The chat that the poll is in. */
    public val chat: EventChat = EventChat(),
    /** Which way the vote went. Documented as always present. */
    public val direction: Direction? = null,
    /** The message that is the poll. Documented as always present. */
    @SerialName("message_id")
    public val messageId: String? = null,
    /** The option. Documented as always present. */
    @SerialName("option_id")
    public val optionId: String? = null,
    /** Who voted. */
    @SerialName("sender_handle")
    public val senderHandle: ChatHandle = ChatHandle(),
    /** The service that carried it. Documented as always present. */
    public val service: ServiceType? = null,
    /** Whether the line is under zero-day retention. Votes are kept all the same. */
    @SerialName("zero_retention")
    public val zeroRetention: Boolean? = null,
)
