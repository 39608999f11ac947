// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The line that is best to send from now. */
@Serializable
public data class AvailableNumberRetrieveResponse(
    /** The line's number, E.164. */
    @SerialName("phone_number")
    public val phoneNumber: String,
    /**
     * A vCard with the line's number and, behind it, your other available ones, for recipients to save: an address that
     * expires. Documented as always present.
     */
    @SerialName("vcf_url")
    public val vcfUrl: PrivateText? = null,
)
