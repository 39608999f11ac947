// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How far a payment got.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class PaymentStatus(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** The customer has to be connected first: see `linq.paymentHandles`. */
        public val NeedsConnection: PaymentStatus = PaymentStatus("needs_connection")

        /** The customer is being connected. */
        public val Connecting: PaymentStatus = PaymentStatus("connecting")

        /** The customer has to add a card or approve the charge. */
        public val AwaitingUserAction: PaymentStatus = PaymentStatus("awaiting_user_action")

        /** The card is there to be used. */
        public val Ready: PaymentStatus = PaymentStatus("ready")

        /** The merchant has authorised the charge. */
        public val Authorized: PaymentStatus = PaymentStatus("authorized")

        /** It was paid. */
        public val Succeeded: PaymentStatus = PaymentStatus("succeeded")

        /** It was declined. */
        public val Declined: PaymentStatus = PaymentStatus("declined")

        /** It was cancelled. */
        public val Canceled: PaymentStatus = PaymentStatus("canceled")

        /** It was not used in time. */
        public val Expired: PaymentStatus = PaymentStatus("expired")
    }
}
