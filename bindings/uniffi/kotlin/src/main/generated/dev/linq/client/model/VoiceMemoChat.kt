// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** The chat that a voice memo goes to. */
@Serializable
public data class VoiceMemoChat(
    /** The chat's identifier. Documented as always present. */
    public val id: String? = null,
    /** Everybody in the chat. */
    public val handles: List<ChatHandle> = emptyList(),
    /** Whether the chat is in use. Documented as always present. */
    @SerialName("is_active")
    public val isActive: Boolean? = null,
    /** Whether this is a group. Documented as always present. */
    @SerialName("is_group")
    public val isGroup: Boolean? = null,
    /** The chat's service. Documented as always present. */
    public val service: ServiceType? = null,
)
