// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A line whose forwarding was changed. */
@Serializable
public data class PhoneNumberUpdateResponse(
    /** The line's identifier. */
    public val id: String,
    /** Where calls are forwarded now, E.164; absent when they are not. */
    @SerialName("forwarding_number")
    public val forwardingNumber: String? = null,
    /** The line's number, E.164. Documented as always present. */
    @SerialName("phone_number")
    public val phoneNumber: String? = null,
)
