// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The API took on work whose outcome comes later, by a webhook event. */
@Serializable
public data class OperationAccepted(
    /** What was queued, in words. */
    public val message: String? = null,
    /** `accepted`. */
    public val status: String? = null,
    /** Ties the request to the events that follow from it. */
    @SerialName("trace_id")
    public val traceId: String? = null,
)
