// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** Your account at a payment provider. */
@Serializable
public data class PaymentProvider(
    /** The provider, such as `agentcard`. */
    public val provider: String? = null,
    /** How far the account is. */
    public val status: PaymentProviderStatus? = null,
)
