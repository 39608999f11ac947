// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * What became of a payment request.
 *
 * The documentation gives this shape for `connection.created` and `connection.revoked` too.
 */
@Serializable
public data class PaymentEventData(
    /** The payment request. */
    public val id: String,
    /**
     * What was charged at checkout, in the currency's smallest unit; for a subscription, the first invoice after
     * discounts.
     */
    public val amount: Long,
    /** Where the recipient pays. */
    @SerialName("checkout_url")
    public val checkoutUrl: PrivateText,
    /** When the payment request was created. */
    @SerialName("created_at")
    public val createdAt: Timestamp,
    /** The currency's code, such as `usd`. */
    public val currency: String,
    /** What the API calls this kind of object. */
    @SerialName("object")
    public val `object`: String,
    /** What became of it. */
    public val status: PaymentEventStatus,
    /** What it is for. */
    public val description: String? = null,
    /** For a subscription: the discount that was given. */
    public val discount: PaymentRequestDiscount? = null,
    /** For a subscription: the unit of time between renewals. */
    public val interval: PaymentInterval? = null,
    /** For a subscription: how many of these units. */
    @SerialName("interval_count")
    public val intervalCount: Long? = null,
    /** Your own notes on the payment request. */
    public val metadata: Map<String, String>? = null,
    /** Whether it was a single payment or began a subscription. */
    public val mode: PaymentMode? = null,
    /** Natural's identifiers, if it was settled there. */
    public val natural: PaymentRequestNatural? = null,
    /** For a subscription: the recurring price. */
    @SerialName("price_id")
    public val priceId: String? = null,
    /** For a subscription: how many units of the price. */
    public val quantity: Long? = null,
    /** How it was settled. */
    public val rail: PaymentRail? = null,
    /** Stripe's identifiers on your account. */
    public val stripe: PaymentRequestStripe? = null,
    /**
     * For a subscription with a trial: when the first charge happens. `payment.succeeded` then means that there is a
     * way to pay, and that nothing was charged yet.
     */
    @SerialName("trial_end")
    public val trialEnd: Timestamp? = null,
    /** When the payment request last changed. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp? = null,
)
