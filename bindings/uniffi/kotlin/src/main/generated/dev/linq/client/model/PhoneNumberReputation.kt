// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** How a line is regarded, over all of its conversations (beta). */
@Serializable
public data class PhoneNumberReputation(
    /** The passage of the guide that explains the status. */
    @SerialName("doc_url")
    public val docUrl: String,
    /** The status itself. */
    public val status: ReputationStatus,
)
