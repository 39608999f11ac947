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
    /** The passage of the guide that explains the status. Documented as always present. */
    @SerialName("doc_url")
    public val docUrl: String? = null,
    /** The status itself. Documented as always present. */
    public val status: ChatHealth? = null,
    /** When the status last changed. Documented as always present. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp? = null,
)
