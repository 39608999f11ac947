// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A group's name or icon, or a chat's background, could not be changed. */
@Serializable
public data class ChatChangeFailedData(
    /** The chat. Documented as always present. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** Why: 3007 or 4001; for a background 1005, 2011, 4001 or 5002. Documented as always present. */
    @SerialName("error_code")
    public val errorCode: Long? = null,
    /** When that was noticed. Documented as always present. */
    @SerialName("failed_at")
    public val failedAt: Timestamp? = null,
)
