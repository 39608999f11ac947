// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A line's status or reputation changed. */
@Serializable
public data class PhoneNumberStatusUpdatedData(
    /** When it changed. */
    @SerialName("changed_at")
    public val changedAt: Timestamp,
    /** How the line is regarded now. */
    @SerialName("new_reputation")
    public val newReputation: ReputationStatus,
    /** Its status now. */
    @SerialName("new_status")
    public val newStatus: LineStatus,
    /** The line, E.164. */
    @SerialName("phone_number")
    public val phoneNumber: String,
    /** How the line was regarded before. */
    @SerialName("previous_reputation")
    public val previousReputation: ReputationStatus,
    /** Its status before. */
    @SerialName("previous_status")
    public val previousStatus: LineStatus,
)
