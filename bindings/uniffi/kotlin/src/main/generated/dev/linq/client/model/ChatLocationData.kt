// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** A GeoJSON feature collection. */
@Serializable
public data class ChatLocationData(
    /** One for each person who shares; empty while nobody does, or before the first position. */
    public val features: List<LocationFeature> = emptyList(),
    /** `FeatureCollection`. Documented as always present. */
    public val type: String? = null,
)
