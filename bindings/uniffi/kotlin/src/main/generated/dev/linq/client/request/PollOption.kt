// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import kotlinx.serialization.Serializable

/** Something to vote for. */
@Serializable
public data class PollOption(
    /** What it says. */
    public val text: String,
)
