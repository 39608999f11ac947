// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** How a line is regarded, over all of its conversations (beta). */
@Serializable
public data class PhoneNumberReputation(
    /** The passage of the guide that explains the status. Documented as always present. */
    @SerialName("doc_url")
    public val docUrl: String? = null,
    /** The status itself. Documented as always present. */
    public val status: ReputationStatus? = null,
)
