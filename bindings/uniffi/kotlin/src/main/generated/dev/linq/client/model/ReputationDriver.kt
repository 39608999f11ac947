// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** Something that weighs on a line's reputation. */
@Serializable
public data class ReputationDriver(
    /** What it is. */
    public val key: ReputationDriverKey? = null,
    /** A figure that was observed, or a note where there is none. */
    public val metric: String? = null,
    /** The same in a sentence. */
    public val summary: String? = null,
)
