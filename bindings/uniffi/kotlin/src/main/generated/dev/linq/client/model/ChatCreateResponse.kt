// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** The reply to creating a chat with its first message. */
@Serializable
public data class ChatCreateResponse(
    /** The chat, new or found by its participants, and the message. */
    public val chat: ChatCreateResponseChat,
)
