// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class, IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** One page of your payment requests, the newest first. */
@Serializable
public data class PaymentRequestListResponse(
    /** The requests. */
    public val data: List<PaymentRequest>,
    /** Whether more follow. Documented as always present. */
    @SerialName("has_more")
    public val hasMore: Boolean? = null,
    /** `list`. Documented as always present. */
    @SerialName("object")
    public val `object`: String? = null,
    /**
     * How many items were left out since they lack their `id`. Not of the API: the offset of the next page counts them.
     */
    public val skipped: Long? = null,
)
