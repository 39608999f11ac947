// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Payments that an agent makes for a customer.
public struct PaymentsResource: Sendable {
    let client: Linq

    /// Makes a payment for a customer, or goes on with one: the reply's `status` says what comes next.
    ///
    /// Once the customer has done what was asked of them (`awaiting_user_action`), send the same again with the same
    /// idempotency key; so keep a key of your own. Every call carries one, yours or a fresh one.
    ///
    /// `payments.create`: see <https://docs.linqapp.com/api/resources/payments/methods/create/>.
    ///
    /// - Parameters:
    ///   - amountCents: How much, in the currency's smallest unit.
    ///   - currency: The currency, ISO 4217.
    ///   - handle: The customer: a phone number or an e-mail address.
    ///   - description: What it is for.
    ///   - merchant: Who is paid.
    ///   - metadata: Notes of your own, which come back in replies and events.
    ///   - idempotencyKey: What makes a repeated call harmless, and what names the payment until it has an identifier;
    ///     made by the client if absent.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func create(
        amountCents: Int,
        currency: String,
        handle: String,
        description: String? = nil,
        merchant: MerchantDetails? = nil,
        metadata: [String: String]? = nil,
        idempotencyKey: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> Payment {
        var arguments = Arguments()
        arguments.set("amount_cents", amountCents)
        arguments.set("currency", currency)
        arguments.set("handle", handle)
        arguments.set("description", description)
        arguments.set("merchant", merchant)
        arguments.set("metadata", metadata)
        arguments.set("idempotency_key", idempotencyKey)
        return try await client.call("payments.create", arguments, options)
    }

    /// Gives a payment as it is now.
    ///
    /// `payments.retrieve`: see <https://docs.linqapp.com/api/resources/payments/methods/retrieve/>.
    ///
    /// - Parameters:
    ///   - paymentId: The payment.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func retrieve(
        paymentId: String,
        options: CallOptions = CallOptions()
    ) async throws -> Payment {
        var arguments = Arguments()
        arguments.set("payment_id", paymentId)
        return try await client.call("payments.retrieve", arguments, options)
    }

    /// Cancels a payment and closes its card.
    ///
    /// `payments.cancel`: see <https://docs.linqapp.com/api/resources/payments/methods/cancel/>.
    ///
    /// - Parameters:
    ///   - paymentId: The payment.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func cancel(
        paymentId: String,
        options: CallOptions = CallOptions()
    ) async throws -> Payment {
        var arguments = Arguments()
        arguments.set("payment_id", paymentId)
        return try await client.call("payments.cancel", arguments, options)
    }

    /// Gives what the details of a `ready` payment's card are fetched with, from their provider and not from Linq. They
    /// are not to be stored.
    ///
    /// `payments.credentials`: see <https://docs.linqapp.com/api/resources/payments/methods/credentials/>.
    ///
    /// - Parameters:
    ///   - paymentId: The payment.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func credentials(
        paymentId: String,
        options: CallOptions = CallOptions()
    ) async throws -> PaymentCredentialsResponse {
        var arguments = Arguments()
        arguments.set("payment_id", paymentId)
        return try await client.call("payments.credentials", arguments, options)
    }
}
