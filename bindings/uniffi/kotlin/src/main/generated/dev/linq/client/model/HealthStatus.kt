// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * How well a conversation goes (beta).
 *
 * Many chats at risk on one line make it likelier that the line is flagged. To decide whether a send is allowed, send
 * it: a refusal is authoritative, the status is not.
 */
@Serializable
public data class HealthStatus(
    /** The passage of the guide that explains the status. */
    @SerialName("doc_url")
    public val docUrl: String,
    /** The status itself. */
    public val status: ChatHealth,
    /** When the status last changed. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp,
)
