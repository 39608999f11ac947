// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Where Linq delivers which webhooks. */
@Serializable
public data class WebhookSubscription(
    /** Its identifier. */
    public val id: String,
    /** When it was made. */
    @SerialName("created_at")
    public val createdAt: Timestamp,
    /** Whether anything is delivered. */
    @SerialName("is_active")
    public val isActive: Boolean,
    /** Which events are delivered. */
    @SerialName("subscribed_events")
    public val subscribedEvents: List<EventType>,
    /** Where they are delivered. */
    @SerialName("target_url")
    public val targetUrl: String,
    /** When it was last changed. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp,
    /** The lines whose events are delivered; absent if all of them. */
    @SerialName("phone_numbers")
    public val phoneNumbers: List<String>? = null,
    /** The name of the header that carries the chat's id. */
    @SerialName("routing_id_header")
    public val routingIdHeader: String? = null,
    /** The name of the header that carries the routing token; absent if delivery affinity is off. */
    @SerialName("routing_key_header")
    public val routingKeyHeader: String? = null,
)
