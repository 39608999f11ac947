// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A discount on a subscription: a coupon or a promotion code of your Stripe account, one of the two. */
@Serializable
public data class SubscriptionDiscount(
    /** A coupon's identifier. */
    public val coupon: String? = null,
    /** What it is called at checkout, with all of its terms; what Stripe calls it if absent. */
    public val label: String? = null,
    /** A promotion code's identifier (`promo_…`), not the code that customers type. */
    @SerialName("promotion_code")
    public val promotionCode: String? = null,
)
