// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The reply to sending a message. */
@Serializable
public data class MessageSendResponse(
    /** The message as it was taken on. */
    public val message: SentMessage,
    /** The chat that the message went to. Documented as always present. */
    @SerialName("chat_id")
    public val chatId: String? = null,
)
