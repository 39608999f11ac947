// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A chat that went on after the recipient had opted out. */
@Serializable
public data class ReputationOptOutChat(
    /** The chat. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** How many messages were sent after that. */
    @SerialName("messages_after_stop")
    public val messagesAfterStop: Long? = null,
)
