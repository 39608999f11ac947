// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** Where one person is: a GeoJSON feature. */
@Serializable
public data class LocationFeature(
    /** The position. */
    public val geometry: LocationGeometry,
    /** Who, and since when. */
    public val properties: LocationProperties,
    /** `Feature`. */
    public val type: String,
)
