// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * What became of a payment request.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class PaymentEventStatus(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** It was paid. */
        public val Succeeded: PaymentEventStatus = PaymentEventStatus("succeeded")

        /** The payment failed. */
        public val Failed: PaymentEventStatus = PaymentEventStatus("failed")

        /** It was called off. */
        public val Canceled: PaymentEventStatus = PaymentEventStatus("canceled")

        /** It ran out. */
        public val Expired: PaymentEventStatus = PaymentEventStatus("expired")
    }
}
