// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A webhook subscription. */
@Serializable
public data class AccountWebhookSubscription(
    /** The subscription's identifier. Documented as always present. */
    public val id: String? = null,
    /** What it listens for, in `webhook_subscription.created`. */
    public val events: List<EventType>? = null,
    /** Where it delivers, without credentials, query and fragment. */
    @SerialName("target_url")
    public val targetUrl: String? = null,
)
