// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.WebhookEventListResponse

/** The kinds of webhook events. */
public class WebhookEventsResource internal constructor(private val calls: Calls) {
    /**
     * Gives every kind of event that can be subscribed to.
     *
     * Officially `webhook_events.list`, `GET /v3/webhook-events`:
     * https://docs.linqapp.com/api/resources/webhook_events/methods/list/
     *
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun list(
        options: CallOptions = CallOptions(),
    ): WebhookEventListResponse =
        calls.reply<WebhookEventListResponse>("webhook_events.list", options)
}
