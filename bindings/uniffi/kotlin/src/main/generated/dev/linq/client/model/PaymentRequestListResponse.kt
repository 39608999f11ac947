// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** One page of your payment requests, the newest first. */
@Serializable
public data class PaymentRequestListResponse(
    /** The requests. */
    public val data: List<PaymentRequest>,
    /** Whether more follow. */
    @SerialName("has_more")
    public val hasMore: Boolean,
    /** `list`. */
    @SerialName("object")
    public val `object`: String,
)
