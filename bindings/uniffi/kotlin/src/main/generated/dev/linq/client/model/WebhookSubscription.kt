// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(BooleanSerializer::class)

package dev.linq.client.model

import dev.linq.client.Timestamp
import dev.linq.client.internal.BooleanSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** Where Linq delivers which webhooks. */
@Serializable
public data class WebhookSubscription(
    /** Its identifier. */
    public val id: String,
    /** When it was made. Documented as always present. */
    @SerialName("created_at")
    public val createdAt: Timestamp? = null,
    /** Whether anything is delivered. Documented as always present. */
    @SerialName("is_active")
    public val isActive: Boolean? = null,
    /** Which events are delivered. */
    @SerialName("subscribed_events")
    public val subscribedEvents: List<EventType> = emptyList(),
    /** Where they are delivered. Documented as always present. */
    @SerialName("target_url")
    public val targetUrl: String? = null,
    /** When it was last changed. Documented as always present. */
    @SerialName("updated_at")
    public val updatedAt: Timestamp? = null,
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
