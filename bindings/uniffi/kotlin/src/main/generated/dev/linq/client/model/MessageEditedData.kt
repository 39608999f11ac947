// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A text part of a message was edited. Only for subscriptions of version `2026-02-03`. */
@Serializable
public data class MessageEditedData(
    /** The message. Documented as always present. */
    public val id: String? = null,
    /** The chat that it is in. */
    public val chat: MessageEditedChat = MessageEditedChat(),
    /** Which way the message went. Documented as always present. */
    public val direction: Direction? = null,
    /** When it was edited. Documented as always present. */
    @SerialName("edited_at")
    public val editedAt: Timestamp? = null,
    /** What was edited. */
    public val part: MessageEditedPart = MessageEditedPart(),
    /** Who sent, and edited, it. */
    @SerialName("sender_handle")
    public val senderHandle: ChatHandle = ChatHandle(),
    /** Whether the line is under zero-day retention: the text of an edit of yours is then empty. */
    @SerialName("zero_retention")
    public val zeroRetention: Boolean? = null,
)
