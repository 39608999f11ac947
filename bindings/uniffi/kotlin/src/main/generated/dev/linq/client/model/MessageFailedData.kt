// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A message could not be sent. Rarely, it is delivered after all, and a `message.delivered` follows. */
@Serializable
public data class MessageFailedData(
    /** Why: 3007, 4001, 4002, or 4005 to 4008. */
    public val code: Long,
    /** When that was noticed. */
    @SerialName("failed_at")
    public val failedAt: Timestamp,
    /** The chat. */
    @SerialName("chat_id")
    public val chatId: String? = null,
    /** The kind of failure within `code`: for logs and Linq's support. The numbers are not documented and change. */
    @SerialName("detail_code")
    public val detailCode: Long? = null,
    /** The message. */
    @SerialName("message_id")
    public val messageId: String? = null,
    /** The service that it was asked to go over. */
    @SerialName("preferred_service")
    public val preferredService: PreferredService? = null,
    /** Why, in words. */
    public val reason: String? = null,
    /** The service that it was tried on. */
    public val service: ServiceType? = null,
)
