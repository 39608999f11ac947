// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** What a payment request is called on the Natural rail. */
@Serializable
public data class PaymentRequestNatural(
    /** The request there (`prq_…`). */
    @SerialName("payment_request_id")
    public val paymentRequestId: String? = null,
    /** The settled transaction (`txn_…`). */
    @SerialName("transaction_id")
    public val transactionId: String? = null,
)
