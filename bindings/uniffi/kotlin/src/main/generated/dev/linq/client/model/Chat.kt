// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A conversation, direct or group. */
@Serializable
public data class Chat(
    /** The chat's identifier. */
    public val id: String,
    /** When the chat was created. Documented as always present. */
    @SerialName("created_at")
    public val createdAt: Timestamp? = null,
    /** The group's name; unless one was set, the recipients' handles, separated by commas. */
    @SerialName("display_name")
    public val displayName: String? = null,
    /** Everybody in the chat, your own line included: two or more. */
    public val handles: List<ChatHandle> = emptyList(),
    /** How well the conversation goes (beta). */
    @SerialName("health_status")
    public val healthStatus: HealthStatus = HealthStatus(),
    /** Deprecated by the API, which will stop sending it. Documented as always present. */
    @SerialName("is_archived")
    public val isArchived: Boolean? = null,
    /** Whether this is a group. Documented as always present. */
    @SerialName("is_group")
    public val isGroup: Boolean? = null,
    /** When the chat last changed. Documented as always present. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp? = null,
    /** The group's icon; absent for direct chats and groups without one. */
    @SerialName("group_chat_icon")
    public val groupChatIcon: PrivateText? = null,
    /** The chat's service. A single message may have gone over another. */
    public val service: ServiceType? = null,
)
