// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * Whether a recipient pays once or subscribes.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class PaymentMode(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** They pay once. */
        public val Payment: PaymentMode = PaymentMode("payment")

        /** They pay again and again, by a recurring price of your Stripe account. */
        public val Subscription: PaymentMode = PaymentMode("subscription")
    }
}
