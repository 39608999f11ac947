// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** The reply to sending a message without naming the line: which line and chat were chosen, and why. */
@Serializable
public data class MessageCreateResponse(
    /** The message as it was taken on. */
    public val message: SentMessage,
    /** The chat that the message went to. Documented as always present. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** Whether the chat is new. Documented as always present. */
    @SerialName("created_new_chat")
    public val createdNewChat: Boolean? = null,
    /** The line that sent it, E.164. Documented as always present. */
    public val from: String? = null,
    /** Why that line was chosen. */
    @SerialName("from_selection")
    public val fromSelection: FromSelection = FromSelection(),
    /** Everybody in the chat. */
    public val handles: List<ChatHandle> = emptyList(),
    /** Whether it is a group. Documented as always present. */
    @SerialName("is_group")
    public val isGroup: Boolean? = null,
    /** The chat's service. Documented as always present. */
    public val service: ServiceType? = null,
    /** The chat that was given up because its line is flagged; only on `failover_flagged`. */
    @SerialName("previous_chat_id")
    public val previousChatId: String? = null,
)
