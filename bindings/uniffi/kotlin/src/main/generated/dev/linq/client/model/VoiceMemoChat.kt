// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The chat that a voice memo goes to. */
@Serializable
public data class VoiceMemoChat(
    /** The chat's identifier. */
    public val id: String,
    /** Everybody in the chat. */
    public val handles: List<ChatHandle>,
    /** Whether the chat is in use. */
    @SerialName("is_active")
    public val isActive: Boolean,
    /** Whether this is a group. */
    @SerialName("is_group")
    public val isGroup: Boolean,
    /** The chat's service. */
    public val service: ServiceType,
)
