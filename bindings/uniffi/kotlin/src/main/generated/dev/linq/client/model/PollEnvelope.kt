// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A poll, the message that it is, and how the vote stands. */
@Serializable
public data class PollEnvelope(
    /** The chat that it is in. */
    @SerialName("chat_id")
    public val chatId: String,
    /** When it was created. */
    @SerialName("created_at")
    public val createdAt: Timestamp,
    /** The message that the poll is, which names it in every other call. */
    @SerialName("message_id")
    public val messageId: String,
    /** The options and their votes. */
    public val poll: PollResults,
    /** Reactions to the poll as a whole. */
    public val reactions: List<Reaction>,
    /** When it last changed. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp,
)
