// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Where an administrator connects your account with a payment provider. */
@Serializable
public data class PaymentProviderConnectResponse(
    /** Where to send them. */
    @SerialName("hosted_url")
    public val hostedUrl: PrivateText? = null,
    /** The session's identifier. */
    @SerialName("session_id")
    public val sessionId: String? = null,
    /** How far it is, in a word. */
    public val status: String? = null,
)
