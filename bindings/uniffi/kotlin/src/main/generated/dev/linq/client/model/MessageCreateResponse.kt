// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The reply to sending a message without naming the line: which line and chat were chosen, and why. */
@Serializable
public data class MessageCreateResponse(
    /** The chat that the message went to. */
    @SerialName("chat_id")
    public val chatId: String,
    /** Whether the chat is new. */
    @SerialName("created_new_chat")
    public val createdNewChat: Boolean,
    /** The line that sent it, E.164. */
    public val from: String,
    /** Why that line was chosen. */
    @SerialName("from_selection")
    public val fromSelection: FromSelection,
    /** Everybody in the chat. */
    public val handles: List<ChatHandle>,
    /** Whether it is a group. */
    @SerialName("is_group")
    public val isGroup: Boolean,
    /** The message as it was taken on. */
    public val message: SentMessage,
    /** The chat's service. */
    public val service: ServiceType,
    /** The chat that was given up because its line is flagged; only on `failover_flagged`. */
    @SerialName("previous_chat_id")
    public val previousChatId: String? = null,
)
