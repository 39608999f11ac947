// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The message that another one answers. */
@Serializable
public data class ReplyTo(
    /** That message. */
    @SerialName("message_id")
    public val messageId: String,
    /** Which of its parts, counted from 0; absent for the first. */
    @SerialName("part_index")
    public val partIndex: Long? = null,
)
