// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A discount as Stripe applied it. */
@Serializable
public data class PaymentRequestDiscount(
    /** The coupon's identifier. */
    public val coupon: String? = null,
    /** What it is called at checkout. */
    public val label: String? = null,
    /** The promotion code's identifier. */
    @SerialName("promotion_code")
    public val promotionCode: String? = null,
)
