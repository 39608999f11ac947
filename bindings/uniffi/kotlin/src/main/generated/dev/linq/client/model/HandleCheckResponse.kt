// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Whether somebody can be reached over a service. */
@Serializable
public data class HandleCheckResponse(
    /** The phone number or e-mail address that was checked. */
    public val address: String,
    /** Whether the service reaches them. */
    public val available: Boolean,
    /** Why it does not. */
    public val reason: UnavailableReason? = null,
    /** The service that would carry a message to them now, such as `SMS`; absent where that could not be found out. */
    @SerialName("selected_service")
    public val selectedService: String? = null,
)
