// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** A position: a GeoJSON point. */
@Serializable
public data class LocationGeometry(
    /** Longitude and latitude in degrees, in this order. */
    public val coordinates: List<Double>,
    /** `Point`. */
    public val type: String,
)
