// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** Why a poll could not be sent. */
@Serializable
public data class PollFailedError(
    /** One of 3007, 4001, 4002, and 4005 to 4008. */
    public val code: Long,
    /** The same in words. */
    public val message: String,
)
