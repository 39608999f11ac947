// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/** All subscriptions. */
@Serializable
public data class WebhookSubscriptionListResponse(
    /** The subscriptions. */
    public val subscriptions: List<WebhookSubscription>,
)
