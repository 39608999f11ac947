// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Your lines, as the deprecated list tells them. */
@Serializable
public data class PhonenumberListResponse(
    /** Every phone number assigned to you. */
    @SerialName("phone_numbers")
    public val phoneNumbers: List<LegacyPhoneNumber>,
)
