// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.Change
import dev.linq.client.internal.Calls
import dev.linq.client.internal.done
import dev.linq.client.internal.reply
import dev.linq.client.model.EventType
import dev.linq.client.model.WebhookSubscription
import dev.linq.client.model.WebhookSubscriptionCreateResponse
import dev.linq.client.model.WebhookSubscriptionListResponse

/** Where webhook events are delivered. */
public class WebhookSubscriptionsResource internal constructor(private val calls: Calls) {
    /**
     * Has events delivered to a URL of yours.
     *
     * The reply holds the secret that signs the deliveries, and no later reply does: keep it. `?version=2025-01-01` or
     * `?version=2026-02-03` in the URL chooses how message events look.
     *
     * Officially `webhook_subscriptions.create`, `POST /v3/webhook-subscriptions`:
     * https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/create/
     *
     * @param subscribedEvents Which events to deliver.
     * @param targetUrl Where to deliver them: an `https` URL that answers 2xx within 10 seconds.
     * @param phoneNumbers Only events of these lines; of all lines unless told otherwise.
     * @param routingIdHeader The name of the header that carries the chat's id, `Linq-Chat-Id` unless told otherwise.
     *     It has a meaning only together with `routing_key_header`.
     * @param routingKeyHeader Turns delivery affinity on: the name of the header for a routing token, which your server
     *     hands out in its 2xx reply and every later delivery of the same chat brings along.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun create(
        subscribedEvents: List<EventType>,
        targetUrl: String,
        phoneNumbers: List<String>? = null,
        routingIdHeader: String? = null,
        routingKeyHeader: String? = null,
        options: CallOptions = CallOptions(),
    ): WebhookSubscriptionCreateResponse =
        calls.reply<WebhookSubscriptionCreateResponse>("webhook_subscriptions.create", options) {
            put("subscribed_events", subscribedEvents)
            put("target_url", targetUrl)
            put("phone_numbers", phoneNumbers)
            put("routing_id_header", routingIdHeader)
            put("routing_key_header", routingKeyHeader)
        }

    /**
     * Gives a subscription, without its secret.
     *
     * Officially `webhook_subscriptions.retrieve`, `GET /v3/webhook-subscriptions/{subscription_id}`:
     * https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/retrieve/
     *
     * @param subscriptionId The subscription.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun retrieve(
        subscriptionId: String,
        options: CallOptions = CallOptions(),
    ): WebhookSubscription =
        calls.reply<WebhookSubscription>("webhook_subscriptions.retrieve", options) {
            put("subscription_id", subscriptionId)
        }

    /**
     * Changes a subscription. What is left out stays as it is; `Change.Clear` takes a value away.
     *
     * Officially `webhook_subscriptions.update`, `PUT /v3/webhook-subscriptions/{subscription_id}`:
     * https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/update/
     *
     * @param subscriptionId The subscription.
     * @param isActive Whether to deliver at all.
     * @param phoneNumbers Only events of these lines; cleared, of all lines.
     * @param routingIdHeader The name of the header that carries the chat's id, `Linq-Chat-Id` unless told otherwise.
     *     It has a meaning only together with `routing_key_header`.
     * @param routingKeyHeader Turns delivery affinity on: the name of the header for a routing token, which your server
     *     hands out in its 2xx reply and every later delivery of the same chat brings along.
     * @param subscribedEvents Which events to deliver, instead of those so far.
     * @param targetUrl Where to deliver them.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun update(
        subscriptionId: String,
        isActive: Boolean? = null,
        phoneNumbers: Change<List<String>>? = null,
        routingIdHeader: Change<String>? = null,
        routingKeyHeader: Change<String>? = null,
        subscribedEvents: List<EventType>? = null,
        targetUrl: String? = null,
        options: CallOptions = CallOptions(),
    ): WebhookSubscription =
        calls.reply<WebhookSubscription>("webhook_subscriptions.update", options) {
            put("subscription_id", subscriptionId)
            put("is_active", isActive)
            put("phone_numbers", phoneNumbers)
            put("routing_id_header", routingIdHeader)
            put("routing_key_header", routingKeyHeader)
            put("subscribed_events", subscribedEvents)
            put("target_url", targetUrl)
        }

    /**
     * Gives all subscriptions, without their secrets.
     *
     * Officially `webhook_subscriptions.list`, `GET /v3/webhook-subscriptions`:
     * https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/list/
     *
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun list(
        options: CallOptions = CallOptions(),
    ): WebhookSubscriptionListResponse =
        calls.reply<WebhookSubscriptionListResponse>("webhook_subscriptions.list", options)

    /**
     * Ends a subscription: nothing more is delivered.
     *
     * Officially `webhook_subscriptions.delete`, `DELETE /v3/webhook-subscriptions/{subscription_id}`:
     * https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/delete/
     *
     * @param subscriptionId The subscription.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun delete(
        subscriptionId: String,
        options: CallOptions = CallOptions(),
    ) {
        calls.done("webhook_subscriptions.delete", options) {
            put("subscription_id", subscriptionId)
        }
    }
}
