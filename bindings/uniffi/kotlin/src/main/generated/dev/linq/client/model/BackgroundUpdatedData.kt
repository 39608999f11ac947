// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A chat's background changed. */
@Serializable
public data class BackgroundUpdatedData(
    /** The chat. */
    public val chat: EventChat = EventChat(),
    /** Who changed it, you included. */
    @SerialName("actor_handle")
    public val actorHandle: ChatHandle? = null,
    /** The background now; absent if it was taken away. */
    public val background: Background? = null,
)
