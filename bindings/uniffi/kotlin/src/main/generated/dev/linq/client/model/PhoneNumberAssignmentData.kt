// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A line became yours, or is yours no more. */
@Serializable
public data class PhoneNumberAssignmentData(
    /** When it changed hands. */
    @SerialName("changed_at")
    public val changedAt: Timestamp,
    /** The line, E.164. */
    @SerialName("phone_number")
    public val phoneNumber: String,
)
