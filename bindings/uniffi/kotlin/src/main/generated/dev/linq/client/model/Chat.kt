// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A conversation, direct or group. */
@Serializable
public data class Chat(
    /** The chat's identifier. */
    public val id: String,
    /** When the chat was created. */
    @SerialName("created_at")
    public val createdAt: Timestamp,
    /** Everybody in the chat, your own line included: two or more. */
    public val handles: List<ChatHandle>,
    /** How well the conversation goes (beta). */
    @SerialName("health_status")
    public val healthStatus: HealthStatus,
    /** Whether this is a group. */
    @SerialName("is_group")
    public val isGroup: Boolean,
    /** When the chat last changed. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp,
    /** The group's name; unless one was set, the recipients' handles, separated by commas. */
    @SerialName("display_name")
    public val displayName: String? = null,
    /** Deprecated by the API, which will stop sending it. */
    @SerialName("is_archived")
    public val isArchived: Boolean? = null,
    /** The group's icon; absent for direct chats and groups without one. */
    @SerialName("group_chat_icon")
    public val groupChatIcon: PrivateText? = null,
    /** The chat's service. A single message may have gone over another. */
    public val service: ServiceType? = null,
)
