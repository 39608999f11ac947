// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A chat that does not go well. */
@Serializable
public data class ReputationUnhealthyChat(
    /** The chat. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** What weighs on it. */
    @SerialName("driver_keys")
    public val driverKeys: List<ReputationDriverKey>? = null,
    /** How it goes. */
    public val status: ChatHealth? = null,
)
