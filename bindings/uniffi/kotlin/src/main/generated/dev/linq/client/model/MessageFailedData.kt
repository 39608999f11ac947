// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A message could not be sent. Rarely, it is delivered after all, and a `message.delivered` follows. */
@Serializable
public data class MessageFailedData(
    /** Why: 3007, 4001, 4002, or 4005 to 4008. Documented as always present. */
    public val code: Long? = null,
    /** When that was noticed. Documented as always present. */
    @SerialName("failed_at")
    public val failedAt: Timestamp? = null,
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
