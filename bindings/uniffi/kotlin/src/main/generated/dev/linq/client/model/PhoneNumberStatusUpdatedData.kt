// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A line's status or reputation changed. */
@Serializable
public data class PhoneNumberStatusUpdatedData(
    /** When it changed. Documented as always present. */
    @SerialName("changed_at")
    public val changedAt: Timestamp? = null,
    /** How the line is regarded now. Documented as always present. */
    @SerialName("new_reputation")
    public val newReputation: ReputationStatus? = null,
    /** Its status now. Documented as always present. */
    @SerialName("new_status")
    public val newStatus: LineStatus? = null,
    /** The line, E.164. Documented as always present. */
    @SerialName("phone_number")
    public val phoneNumber: String? = null,
    /** How the line was regarded before. Documented as always present. */
    @SerialName("previous_reputation")
    public val previousReputation: ReputationStatus? = null,
    /** Its status before. Documented as always present. */
    @SerialName("previous_status")
    public val previousStatus: LineStatus? = null,
)
