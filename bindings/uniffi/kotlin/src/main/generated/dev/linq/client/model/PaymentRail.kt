// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * What carries the money of a payment request.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class PaymentRail(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Your own Stripe account. */
        public val Stripe: PaymentRail = PaymentRail("stripe")

        /** The Natural wallet. */
        public val Natural: PaymentRail = PaymentRail("natural")
    }
}
