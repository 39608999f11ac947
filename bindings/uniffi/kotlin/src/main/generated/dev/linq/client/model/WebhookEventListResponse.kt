// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Every kind of event that can be subscribed to. */
@Serializable
public data class WebhookEventListResponse(
    /** The page that explains them. */
    @SerialName("doc_url")
    public val docUrl: String,
    /** The kinds. */
    public val events: List<EventType>,
)
