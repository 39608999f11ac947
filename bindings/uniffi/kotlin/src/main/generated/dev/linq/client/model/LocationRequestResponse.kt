// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** The reply to asking for a location, and to ending a share. */
@Serializable
public data class LocationRequestResponse(
    /** What was done, in words. Documented as always present. */
    public val message: String? = null,
    /** Whether the request succeeded. Documented as always present. */
    public val success: Boolean? = null,
)
