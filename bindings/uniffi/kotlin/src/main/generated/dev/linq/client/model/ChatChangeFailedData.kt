// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A group's name or icon, or a chat's background, could not be changed. */
@Serializable
public data class ChatChangeFailedData(
    /** The chat. */
    @SerialName("chat_id")
    public val chatId: String,
    /** Why: 3007 or 4001; for a background 1005, 2011, 4001 or 5002. */
    @SerialName("error_code")
    public val errorCode: Long,
    /** When that was noticed. */
    @SerialName("failed_at")
    public val failedAt: Timestamp,
)
