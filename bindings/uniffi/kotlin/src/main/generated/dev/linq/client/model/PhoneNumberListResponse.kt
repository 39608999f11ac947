// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Your lines. */
@Serializable
public data class PhoneNumberListResponse(
    /** Every phone number assigned to you. */
    @SerialName("phone_numbers")
    public val phoneNumbers: List<PhoneNumberDetails>,
)
