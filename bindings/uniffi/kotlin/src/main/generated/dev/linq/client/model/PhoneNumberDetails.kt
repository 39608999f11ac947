// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** One of your lines. */
@Serializable
public data class PhoneNumberDetails(
    /** The line's identifier. */
    public val id: String,
    /** Its number, E.164. Documented as always present. */
    @SerialName("phone_number")
    public val phoneNumber: String? = null,
    /** How the line is regarded (beta). */
    public val reputation: PhoneNumberReputation = PhoneNumberReputation(),
    /** Where calls are forwarded, E.164; absent when they are not. */
    @SerialName("forwarding_number")
    public val forwardingNumber: String? = null,
    /** What the line can send. */
    @SerialName("line_type")
    public val lineType: LineType? = null,
)
