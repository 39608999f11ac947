// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How far a customer's connection got.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class PaymentConnectionStatus(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** There is none. */
        public val NotConnected: PaymentConnectionStatus = PaymentConnectionStatus("not_connected")

        /** The customer has yet to consent. */
        public val Pending: PaymentConnectionStatus = PaymentConnectionStatus("pending")

        /** The agent can pay for them. */
        public val Connected: PaymentConnectionStatus = PaymentConnectionStatus("connected")

        /** It was taken back. */
        public val Revoked: PaymentConnectionStatus = PaymentConnectionStatus("revoked")
    }
}
