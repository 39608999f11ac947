// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * What belongs to a payment request in your own Stripe account, where a subscription goes on after its first payment.
 */
@Serializable
public data class PaymentRequestStripe(
    /** The customer (`cus_…`). */
    @SerialName("customer_id")
    public val customerId: String? = null,
    /** The payment (`pi_…`). */
    @SerialName("payment_intent_id")
    public val paymentIntentId: String? = null,
    /** The subscription (`sub_…`). */
    @SerialName("subscription_id")
    public val subscriptionId: String? = null,
)
