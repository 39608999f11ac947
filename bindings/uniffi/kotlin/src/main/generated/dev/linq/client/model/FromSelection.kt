// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** Why a line was chosen. */
@Serializable
public data class FromSelection(
    /** The reason. Documented as always present. */
    public val reason: FromSelectionReason? = null,
    /** Whether a chat that was there before is used. Documented as always present. */
    @SerialName("reused_existing_chat")
    public val reusedExistingChat: Boolean? = null,
)
