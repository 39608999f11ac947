// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** The chat that an event happened in. */
@Serializable
public data class EventChat(
    /** The chat's identifier. Documented as always present. */
    public val id: String? = null,
    /** Whether this is a group. */
    @SerialName("is_group")
    public val isGroup: Boolean? = null,
    /** Your line. */
    @SerialName("owner_handle")
    public val ownerHandle: ChatHandle? = null,
)
