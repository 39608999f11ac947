// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The reply to blocking somebody. */
@Serializable
public data class BlockedHandleBlockResponse(
    /** The blocked handle; what was there before, if it was blocked already. */
    @SerialName("blocked_handle")
    public val blockedHandle: BlockedHandleEntry,
)
