// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.Timestamp
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/**
 * What became of a payment request.
 *
 * The documentation gives this shape for `connection.created` and `connection.revoked` too.
 */
@Serializable
public data class PaymentEventData(
    /** The payment request. Documented as always present. */
    public val id: String? = null,
    /**
     * What was charged at checkout, in the currency's smallest unit; for a subscription, the first invoice after
     * discounts. Documented as always present.
     */
    public val amount: Long? = null,
    /** Where the recipient pays. Documented as always present. */
    @SerialName("checkout_url")
    public val checkoutUrl: PrivateText? = null,
    /** When the payment request was created. Documented as always present. */
    @SerialName("created_at")
    public val createdAt: Timestamp? = null,
    /** The currency's code, such as `usd`. Documented as always present. */
    public val currency: String? = null,
    /** What the API calls this kind of object. Documented as always present. */
    @SerialName("object")
    public val `object`: String? = null,
    /** What became of it. Documented as always present. */
    public val status: PaymentEventStatus? = null,
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
