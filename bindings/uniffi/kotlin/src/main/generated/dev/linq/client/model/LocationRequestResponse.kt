// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** The reply to asking for a location, and to ending a share. */
@Serializable
public data class LocationRequestResponse(
    /** What was done, in words. */
    public val message: String,
    /** Whether the request succeeded. */
    public val success: Boolean,
)
