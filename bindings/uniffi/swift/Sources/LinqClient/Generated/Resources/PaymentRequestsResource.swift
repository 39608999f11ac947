// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Requests for money.
public struct PaymentRequestsResource: Sendable {
    let client: Linq

    /// Asks for money: the reply holds the `checkout_url` to send to the recipient.
    ///
    /// The money goes to your own Stripe account, which has to be connected (403 otherwise). Every call carries an
    /// idempotency key, yours or a fresh one.
    ///
    /// `payment_requests.create`: see <https://docs.linqapp.com/api/resources/payment_requests/methods/create/>.
    ///
    /// - Parameters:
    ///   - amount: How much is paid once, in the currency's smallest unit; for US dollars 50 cents or more. Not for a
    ///     subscription.
    ///   - currency: The currency of that, ISO 4217; only `usd` so far.
    ///   - customerId: A customer of your Stripe account (`cus_…`) to attach the request to.
    ///   - description: What it is for, as shown at checkout.
    ///   - discount: A discount on a subscription.
    ///   - from: The line that the request is sent from; needed on the Natural rail.
    ///   - metadata: Notes of your own, up to 49, which come back in replies and events and go to Stripe. Keys that
    ///     start with `linq_` are taken.
    ///   - mode: Whether to pay once, which it is unless told otherwise, or to subscribe.
    ///   - payerHandle: Who pays; needed on the Natural rail.
    ///   - priceId: What is subscribed to: an active recurring price of your Stripe account (`price_…`).
    ///   - quantity: How many units of that price.
    ///   - rail: What carries the money; your Stripe account unless told otherwise.
    ///   - trialEnd: When a free trial ends: a moment in the future, RFC 3339. Either this or `trial_period_days`.
    ///   - trialPeriodDays: How many days a free trial lasts.
    ///   - idempotencyKey: What makes a repeated call harmless; made by the client if absent.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func create(
        amount: Int? = nil,
        currency: String? = nil,
        customerId: String? = nil,
        description: String? = nil,
        discount: SubscriptionDiscount? = nil,
        from: String? = nil,
        metadata: [String: String]? = nil,
        mode: PaymentMode? = nil,
        payerHandle: String? = nil,
        priceId: String? = nil,
        quantity: Int? = nil,
        rail: PaymentRail? = nil,
        trialEnd: String? = nil,
        trialPeriodDays: Int? = nil,
        idempotencyKey: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> PaymentRequest {
        var arguments = Arguments()
        arguments.set("amount", amount)
        arguments.set("currency", currency)
        arguments.set("customer_id", customerId)
        arguments.set("description", description)
        arguments.set("discount", discount)
        arguments.set("from", from)
        arguments.set("metadata", metadata)
        arguments.set("mode", mode)
        arguments.set("payer_handle", payerHandle)
        arguments.set("price_id", priceId)
        arguments.set("quantity", quantity)
        arguments.set("rail", rail)
        arguments.set("trial_end", trialEnd)
        arguments.set("trial_period_days", trialPeriodDays)
        arguments.set("idempotency_key", idempotencyKey)
        return try await client.call("payment_requests.create", arguments, options)
    }

    /// Gives a payment request as it is now.
    ///
    /// `payment_requests.retrieve`: see <https://docs.linqapp.com/api/resources/payment_requests/methods/retrieve/>.
    ///
    /// - Parameters:
    ///   - paymentRequestId: The payment request.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func retrieve(
        paymentRequestId: String,
        options: CallOptions = CallOptions()
    ) async throws -> PaymentRequest {
        var arguments = Arguments()
        arguments.set("payment_request_id", paymentRequestId)
        return try await client.call("payment_requests.retrieve", arguments, options)
    }

    /// Gives your payment requests, a page at a time, the newest first.
    ///
    /// `payment_requests.list`: see <https://docs.linqapp.com/api/resources/payment_requests/methods/list/>.
    ///
    /// - Parameters:
    ///   - limit: How many items a page holds: 1 to 100, 20 unless told otherwise.
    ///   - offset: How many items to skip.
    ///   - status: Only requests that got this far.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func list(
        limit: Int? = nil,
        offset: Int? = nil,
        status: PaymentRequestStatus? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> PaymentRequestListResponse {
        var arguments = Arguments()
        arguments.set("limit", limit)
        arguments.set("offset", offset)
        arguments.set("status", status)
        return try await client.call("payment_requests.list", arguments, options)
    }

    /// Takes back a payment request that has not been paid. One that is paid, cancelled or expired is refused with 409.
    ///
    /// `payment_requests.cancel`: see <https://docs.linqapp.com/api/resources/payment_requests/methods/cancel/>.
    ///
    /// - Parameters:
    ///   - paymentRequestId: The payment request.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func cancel(
        paymentRequestId: String,
        options: CallOptions = CallOptions()
    ) async throws -> PaymentRequest {
        var arguments = Arguments()
        arguments.set("payment_request_id", paymentRequestId)
        return try await client.call("payment_requests.cancel", arguments, options)
    }
}
