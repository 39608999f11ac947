// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A chat and the message that was sent into it. */
@Serializable
public data class ChatCreateResponseChat(
    /** The chat's identifier. */
    public val id: String,
    /** The group's name; unless one was set, the recipients' handles, separated by commas. */
    @SerialName("display_name")
    public val displayName: String? = null,
    /** Everybody in the chat, your own line included: two or more. */
    public val handles: List<ChatHandle> = emptyList(),
    /** How well the conversation goes (beta). */
    @SerialName("health_status")
    public val healthStatus: HealthStatus = HealthStatus(),
    /** Whether this is a group. Documented as always present. */
    @SerialName("is_group")
    public val isGroup: Boolean? = null,
    /** The message as it was taken on. */
    public val message: FirstMessage = FirstMessage(),
    /** The chat's service. A single message may have gone over another. Documented as always present. */
    public val service: ServiceType? = null,
)
