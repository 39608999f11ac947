// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A poll, the message that it is, and how the vote stands. */
@Serializable
public data class PollEnvelope(
    /** The message that the poll is, which names it in every other call. */
    @SerialName("message_id")
    public val messageId: String,
    /** The chat that it is in. Documented as always present. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** When it was created. Documented as always present. */
    @SerialName("created_at")
    public val createdAt: Timestamp? = null,
    /** The options and their votes. */
    public val poll: PollResults = PollResults(),
    /** Reactions to the poll as a whole. */
    public val reactions: List<Reaction> = emptyList(),
    /** When it last changed. Documented as always present. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp? = null,
)
