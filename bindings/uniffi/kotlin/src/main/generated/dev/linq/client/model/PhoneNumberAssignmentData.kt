// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A line became yours, or is yours no more. */
@Serializable
public data class PhoneNumberAssignmentData(
    /** When it changed hands. Documented as always present. */
    @SerialName("changed_at")
    public val changedAt: Timestamp? = null,
    /** The line, E.164. Documented as always present. */
    @SerialName("phone_number")
    public val phoneNumber: String? = null,
)
