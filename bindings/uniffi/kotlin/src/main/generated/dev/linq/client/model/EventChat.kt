// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The chat that an event happened in. */
@Serializable
public data class EventChat(
    /** The chat's identifier. */
    public val id: String,
    /** Whether this is a group. */
    @SerialName("is_group")
    public val isGroup: Boolean? = null,
    /** Your line. */
    @SerialName("owner_handle")
    public val ownerHandle: ChatHandle? = null,
)
