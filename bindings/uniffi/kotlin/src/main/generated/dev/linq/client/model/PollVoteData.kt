// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Somebody voted for an option of a poll, or took the vote back. */
@Serializable
public data class PollVoteData(
    /** The chat that the poll is in. */
    public val chat: EventChat,
    /** Which way the vote went. */
    public val direction: Direction,
    /** The message that is the poll. */
    @SerialName("message_id")
    public val messageId: String,
    /** The option. */
    @SerialName("option_id")
    public val optionId: String,
    /** Who voted. */
    @SerialName("sender_handle")
    public val senderHandle: ChatHandle,
    /** The service that carried it. */
    public val service: ServiceType,
    /** Whether the line is under zero-day retention. Votes are kept all the same. */
    @SerialName("zero_retention")
    public val zeroRetention: Boolean? = null,
)
