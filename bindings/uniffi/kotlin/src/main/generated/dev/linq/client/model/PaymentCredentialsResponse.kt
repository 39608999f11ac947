// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** What leads to the details of a payment's card. */
@Serializable
public data class PaymentCredentialsResponse(
    /** Where to fetch them, with what. */
    public val handoff: PaymentCredentialsHandoff? = null,
)
