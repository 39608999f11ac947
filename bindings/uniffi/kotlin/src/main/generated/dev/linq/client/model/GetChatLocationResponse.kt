// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** Where the people of a chat are who share that with you. */
@Serializable
public data class GetChatLocationResponse(
    /** A GeoJSON feature collection. */
    public val data: ChatLocationData = ChatLocationData(),
    /** Whether the request succeeded. Documented as always present. */
    public val success: Boolean? = null,
)
