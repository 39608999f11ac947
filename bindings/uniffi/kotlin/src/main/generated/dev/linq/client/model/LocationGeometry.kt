// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(NumberSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.NumberSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A position: a GeoJSON point. */
@Serializable
public data class LocationGeometry(
    /** Longitude and latitude in degrees, in this order. */
    public val coordinates: List<Double> = emptyList(),
    /** `Point`. Documented as always present. */
    public val type: String? = null,
)
