// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Every kind of event that can be subscribed to. */
@Serializable
public data class WebhookEventListResponse(
    /** The kinds. */
    public val events: List<EventType>,
    /** The page that explains them. Documented as always present. */
    @SerialName("doc_url")
    public val docUrl: String? = null,
)
