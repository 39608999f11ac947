// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The conversations behind a report. */
@Serializable
public data class ReputationEvidence(
    /** Chats that went on after the recipient had opted out, the worst first. */
    @SerialName("opt_out_chats")
    public val optOutChats: List<ReputationOptOutChat>? = null,
    /** Chats that do not go well, the worst first, at most 15. */
    @SerialName("unhealthy_chats")
    public val unhealthyChats: List<ReputationUnhealthyChat>? = null,
)
