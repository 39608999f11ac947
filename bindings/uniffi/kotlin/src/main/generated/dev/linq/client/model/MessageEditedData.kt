// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A text part of a message was edited. Only for subscriptions of version `2026-02-03`. */
@Serializable
public data class MessageEditedData(
    /** The message. */
    public val id: String,
    /** The chat that it is in. */
    public val chat: MessageEditedChat,
    /** Which way the message went. */
    public val direction: Direction,
    /** When it was edited. */
    @SerialName("edited_at")
    public val editedAt: Timestamp,
    /** What was edited. */
    public val part: MessageEditedPart,
    /** Who sent, and edited, it. */
    @SerialName("sender_handle")
    public val senderHandle: ChatHandle,
    /** Whether the line is under zero-day retention: the text of an edit of yours is then empty. */
    @SerialName("zero_retention")
    public val zeroRetention: Boolean? = null,
)
