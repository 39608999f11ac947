// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A blocked handle. */
@Serializable
public data class BlockedHandleEntry(
    /** A phone number (E.164), an e-mail address in lower case, a short code or a sender's name. */
    public val handle: String,
    /** When it was blocked. Documented as always present. */
    @SerialName("blocked_at")
    public val blockedAt: Timestamp? = null,
    /** The note that was left when it was blocked. */
    public val reason: String? = null,
)
