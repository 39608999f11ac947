// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * The unit of a subscription's interval.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class PaymentInterval(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Days. */
        public val Day: PaymentInterval = PaymentInterval("day")

        /** Weeks. */
        public val Week: PaymentInterval = PaymentInterval("week")

        /** Months. */
        public val Month: PaymentInterval = PaymentInterval("month")

        /** Years. */
        public val Year: PaymentInterval = PaymentInterval("year")
    }
}
