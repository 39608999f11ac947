// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The chat of a message. */
@Serializable
public data class MessageEventChat(
    /** The chat's identifier. */
    public val id: String,
    /** How well the conversation goes (beta). */
    @SerialName("health_status")
    public val healthStatus: HealthStatus,
    /** Whether this is a group. */
    @SerialName("is_group")
    public val isGroup: Boolean? = null,
    /** Your line. */
    @SerialName("owner_handle")
    public val ownerHandle: ChatHandle? = null,
)
