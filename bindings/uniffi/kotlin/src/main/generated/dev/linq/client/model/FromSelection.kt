// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Why a line was chosen. */
@Serializable
public data class FromSelection(
    /** The reason. */
    public val reason: FromSelectionReason,
    /** Whether a chat that was there before is used. */
    @SerialName("reused_existing_chat")
    public val reusedExistingChat: Boolean,
)
