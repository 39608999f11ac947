// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * The reply to changing a group's name or icon. Whether it worked arrives as an event: `chat.group_name_updated`,
 * `chat.group_icon_updated`, or their `_failed` twins.
 */
@Serializable
public data class ChatUpdateResponse(
    /** The chat. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** What became of the request, in a word. */
    public val status: String? = null,
)
