// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The message that is answered, in a thread of its own. */
@Serializable
public data class ReplyTarget(
    /** The message. */
    @SerialName("message_id")
    public val messageId: String,
    /** Which of its parts, counted from 0; the first one if absent. */
    @SerialName("part_index")
    public val partIndex: Long? = null,
)
