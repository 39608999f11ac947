// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Whether a customer lets an agent pay for them. */
@Serializable
public data class PaymentHandleConnection(
    /**
     * What the customer's code is verified with. Only the reply that starts the connection has it, and Linq does not
     * keep it.
     */
    @SerialName("connect_id")
    public val connectId: String? = null,
    /** The customer: a phone number (E.164) or an e-mail address. */
    public val handle: String? = null,
    /** How far the connection got. */
    public val status: PaymentConnectionStatus? = null,
)
