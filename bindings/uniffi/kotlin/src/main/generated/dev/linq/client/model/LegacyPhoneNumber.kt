// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** One of your lines, as the deprecated list tells it. */
@Serializable
public data class LegacyPhoneNumber(
    /** The line's identifier. */
    public val id: String,
    /** Its number, E.164. Documented as always present. */
    @SerialName("phone_number")
    public val phoneNumber: String? = null,
    /** What it can do. */
    public val capabilities: PhoneNumberCapabilities? = null,
    /** Deprecated by the API: always absent. */
    @SerialName("country_code")
    public val countryCode: String? = null,
    /** Deprecated by the API: always absent. */
    public val type: String? = null,
)
