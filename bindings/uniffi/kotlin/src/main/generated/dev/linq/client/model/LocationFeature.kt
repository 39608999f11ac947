// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** Where one person is: a GeoJSON feature. */
@Serializable
public data class LocationFeature(
    /** The position. */
    public val geometry: LocationGeometry = LocationGeometry(),
    /** Who, and since when. */
    public val properties: LocationProperties = LocationProperties(),
    /** `Feature`. Documented as always present. */
    public val type: String? = null,
)
