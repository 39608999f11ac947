// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Whom you have blocked. */
@Serializable
public data class BlockedHandleListResponse(
    /** All blocked handles, the newest first. */
    @SerialName("blocked_handles")
    public val blockedHandles: List<BlockedHandleEntry>,
)
