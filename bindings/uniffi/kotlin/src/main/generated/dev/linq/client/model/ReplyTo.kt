// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** The message that another one answers. */
@Serializable
public data class ReplyTo(
    /** That message. Documented as always present. */
    @SerialName("message_id")
    public val messageId: String? = null,
    /** Which of its parts, counted from 0; absent for the first. */
    @SerialName("part_index")
    public val partIndex: Long? = null,
)
