// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** Where the people of a chat are who share that with you. */
@Serializable
public data class GetChatLocationResponse(
    /** A GeoJSON feature collection. */
    public val data: ChatLocationData,
    /** Whether the request succeeded. */
    public val success: Boolean,
)
