// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A chat and the message that was sent into it. */
@Serializable
public data class ChatCreateResponseChat(
    /** The chat's identifier. */
    public val id: String,
    /** Everybody in the chat, your own line included: two or more. */
    public val handles: List<ChatHandle>,
    /** How well the conversation goes (beta). */
    @SerialName("health_status")
    public val healthStatus: HealthStatus,
    /** Whether this is a group. */
    @SerialName("is_group")
    public val isGroup: Boolean,
    /** The message as it was taken on. */
    public val message: SentMessage,
    /** The chat's service. A single message may have gone over another. */
    public val service: ServiceType,
    /** The group's name; unless one was set, the recipients' handles, separated by commas. */
    @SerialName("display_name")
    public val displayName: String? = null,
)
