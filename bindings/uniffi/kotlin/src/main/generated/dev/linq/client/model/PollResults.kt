// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** How the vote stands. */
@Serializable
public data class PollResults(
    /** The options. */
    public val options: List<PollResultOption>,
    /** How many people voted, each counted once. */
    @SerialName("total_voters")
    public val totalVoters: Long,
)
