// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where webhook events are delivered.
public struct WebhookSubscriptionsResource: Sendable {
    let client: Linq

    /// Has events delivered to a URL of yours.
    ///
    /// The reply holds the secret that signs the deliveries, and no later reply does: keep it. `?version=2025-01-01` or
    /// `?version=2026-02-03` in the URL chooses how message events look.
    ///
    /// `webhook_subscriptions.create`: see
    /// <https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/create/>.
    ///
    /// - Parameters:
    ///   - subscribedEvents: Which events to deliver.
    ///   - targetUrl: Where to deliver them: an `https` URL that answers 2xx within 10 seconds.
    ///   - phoneNumbers: Only events of these lines; of all lines unless told otherwise.
    ///   - routingIdHeader: The name of the header that carries the chat's id, `Linq-Chat-Id` unless told otherwise. It
    ///     has a meaning only together with `routing_key_header`.
    ///   - routingKeyHeader: Turns delivery affinity on: the name of the header for a routing token, which your server
    ///     hands out in its 2xx reply and every later delivery of the same chat brings along.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func create(
        subscribedEvents: [EventType],
        targetUrl: String,
        phoneNumbers: [String]? = nil,
        routingIdHeader: String? = nil,
        routingKeyHeader: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> WebhookSubscriptionCreateResponse {
        var arguments = Arguments()
        arguments.set("subscribed_events", subscribedEvents)
        arguments.set("target_url", targetUrl)
        arguments.set("phone_numbers", phoneNumbers)
        arguments.set("routing_id_header", routingIdHeader)
        arguments.set("routing_key_header", routingKeyHeader)
        return try await client.call("webhook_subscriptions.create", arguments, options)
    }

    /// Gives a subscription, without its secret.
    ///
    /// `webhook_subscriptions.retrieve`: see
    /// <https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/retrieve/>.
    ///
    /// - Parameters:
    ///   - subscriptionId: The subscription.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func retrieve(
        subscriptionId: String,
        options: CallOptions = CallOptions()
    ) async throws -> WebhookSubscription {
        var arguments = Arguments()
        arguments.set("subscription_id", subscriptionId)
        return try await client.call("webhook_subscriptions.retrieve", arguments, options)
    }

    /// Changes a subscription. What is left out stays as it is; `.clear` takes a value away.
    ///
    /// `webhook_subscriptions.update`: see
    /// <https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/update/>.
    ///
    /// - Parameters:
    ///   - subscriptionId: The subscription.
    ///   - isActive: Whether to deliver at all.
    ///   - phoneNumbers: Only events of these lines; cleared, of all lines.
    ///   - routingIdHeader: The name of the header that carries the chat's id, `Linq-Chat-Id` unless told otherwise. It
    ///     has a meaning only together with `routing_key_header`.
    ///   - routingKeyHeader: Turns delivery affinity on: the name of the header for a routing token, which your server
    ///     hands out in its 2xx reply and every later delivery of the same chat brings along.
    ///   - subscribedEvents: Which events to deliver, instead of those so far.
    ///   - targetUrl: Where to deliver them.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func update(
        subscriptionId: String,
        isActive: Bool? = nil,
        phoneNumbers: Change<[String]>? = nil,
        routingIdHeader: Change<String>? = nil,
        routingKeyHeader: Change<String>? = nil,
        subscribedEvents: [EventType]? = nil,
        targetUrl: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> WebhookSubscription {
        var arguments = Arguments()
        arguments.set("subscription_id", subscriptionId)
        arguments.set("is_active", isActive)
        arguments.set("phone_numbers", phoneNumbers)
        arguments.set("routing_id_header", routingIdHeader)
        arguments.set("routing_key_header", routingKeyHeader)
        arguments.set("subscribed_events", subscribedEvents)
        arguments.set("target_url", targetUrl)
        return try await client.call("webhook_subscriptions.update", arguments, options)
    }

    /// Gives all subscriptions, without their secrets.
    ///
    /// `webhook_subscriptions.list`: see <https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/list/>.
    ///
    /// - Parameters:
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func list(
        options: CallOptions = CallOptions()
    ) async throws -> WebhookSubscriptionListResponse {
        let arguments = Arguments()
        return try await client.call("webhook_subscriptions.list", arguments, options)
    }

    /// Ends a subscription: nothing more is delivered.
    ///
    /// `webhook_subscriptions.delete`: see
    /// <https://docs.linqapp.com/api/resources/webhook_subscriptions/methods/delete/>.
    ///
    /// - Parameters:
    ///   - subscriptionId: The subscription.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func delete(
        subscriptionId: String,
        options: CallOptions = CallOptions()
    ) async throws {
        var arguments = Arguments()
        arguments.set("subscription_id", subscriptionId)
        try await client.callWithoutReply("webhook_subscriptions.delete", arguments, options)
    }
}
