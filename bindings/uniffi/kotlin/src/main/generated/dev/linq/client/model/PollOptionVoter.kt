// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A vote. */
@Serializable
public data class PollOptionVoter(
    /** Who voted: a phone number (E.164) or an e-mail address. Documented as always present. */
    public val handle: String? = null,
    /** When. Documented as always present. */
    @SerialName("voted_at")
    public val votedAt: Timestamp? = null,
)
