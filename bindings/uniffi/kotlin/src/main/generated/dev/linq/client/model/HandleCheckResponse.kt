// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** Whether somebody can be reached over a service. */
@Serializable
public data class HandleCheckResponse(
    /** The phone number or e-mail address that was checked. Documented as always present. */
    public val address: String? = null,
    /** Whether the service reaches them. Documented as always present. */
    public val available: Boolean? = null,
    /** Why it does not. */
    public val reason: UnavailableReason? = null,
    /** The service that would carry a message to them now, such as `SMS`; absent where that could not be found out. */
    @SerialName("selected_service")
    public val selectedService: String? = null,
)
