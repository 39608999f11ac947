// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How far a payment request got.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class PaymentRequestStatus(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Not paid yet. */
        public val Requested: PaymentRequestStatus = PaymentRequestStatus("requested")

        /** Authorised, but not taken yet. */
        public val Authorized: PaymentRequestStatus = PaymentRequestStatus("authorized")

        /** Paid; for a trial, the means of payment was given. */
        public val Succeeded: PaymentRequestStatus = PaymentRequestStatus("succeeded")

        /** Taken back. */
        public val Canceled: PaymentRequestStatus = PaymentRequestStatus("canceled")

        /** Not paid in time. */
        public val Expired: PaymentRequestStatus = PaymentRequestStatus("expired")

        /** Declined. */
        public val Declined: PaymentRequestStatus = PaymentRequestStatus("declined")
    }
}
