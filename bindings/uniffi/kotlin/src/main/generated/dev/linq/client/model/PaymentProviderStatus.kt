// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How far your account at a payment provider is.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class PaymentProviderStatus(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** It is being set up. */
        public val Onboarding: PaymentProviderStatus = PaymentProviderStatus("onboarding")

        /** It can be used. */
        public val Ready: PaymentProviderStatus = PaymentProviderStatus("ready")

        /** It cannot be used. */
        public val Disabled: PaymentProviderStatus = PaymentProviderStatus("disabled")
    }
}
