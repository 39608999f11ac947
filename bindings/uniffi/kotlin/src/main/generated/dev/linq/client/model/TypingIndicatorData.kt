// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Somebody is typing, or stopped. */
@Serializable
public data class TypingIndicatorData(
    /** The chat. Documented as always present. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** Who. */
    @SerialName("actor_handle")
    public val actorHandle: ChatHandle? = null,
)
