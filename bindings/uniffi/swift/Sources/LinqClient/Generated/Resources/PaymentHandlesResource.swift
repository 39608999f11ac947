// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Customers for whom an agent may pay.
public struct PaymentHandlesResource: Sendable {
    let client: Linq

    /// Asks a customer to let an agent pay for them. They get a one-time code.
    ///
    /// The reply is `pending` and holds the `connect_id` to verify the code with. `connection.created` follows once
    /// they consent.
    ///
    /// `payment_handles.connect`: see <https://docs.linqapp.com/api/resources/payment_handles/methods/connect/>.
    ///
    /// - Parameters:
    ///   - handle: The customer: a phone number or an e-mail address.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func connect(
        handle: String,
        options: CallOptions = CallOptions()
    ) async throws -> PaymentHandleConnection {
        var arguments = Arguments()
        arguments.set("handle", handle)
        return try await client.call("payment_handles.connect", arguments, options)
    }

    /// Says whether an agent may pay for a customer.
    ///
    /// `payment_handles.connection`: see <https://docs.linqapp.com/api/resources/payment_handles/methods/connection/>.
    ///
    /// - Parameters:
    ///   - handle: The customer: a phone number or an e-mail address.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func connection(
        handle: String,
        options: CallOptions = CallOptions()
    ) async throws -> PaymentHandleConnection {
        var arguments = Arguments()
        arguments.set("handle", handle)
        return try await client.call("payment_handles.connection", arguments, options)
    }

    /// Gives up the right to pay for a customer. What they have at the provider stays as it is.
    ///
    /// `payment_handles.revoke`: see <https://docs.linqapp.com/api/resources/payment_handles/methods/revoke/>.
    ///
    /// - Parameters:
    ///   - handle: The customer: a phone number or an e-mail address.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func revoke(
        handle: String,
        options: CallOptions = CallOptions()
    ) async throws -> PaymentHandleConnection {
        var arguments = Arguments()
        arguments.set("handle", handle)
        return try await client.call("payment_handles.revoke", arguments, options)
    }

    /// Completes a connection by the code that the customer got.
    ///
    /// A code works once and not for long; for another one, connect again. If the reply to a first attempt was lost,
    /// the refusal of a second one may mean that the first had worked.
    ///
    /// `payment_handles.verify`: see <https://docs.linqapp.com/api/resources/payment_handles/methods/verify/>.
    ///
    /// - Parameters:
    ///   - handle: The customer: a phone number or an e-mail address.
    ///   - code: The code that the customer got.
    ///   - connectId: From the reply to connecting.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func verify(
        handle: String,
        code: String,
        connectId: String,
        options: CallOptions = CallOptions()
    ) async throws -> PaymentHandleConnection {
        var arguments = Arguments()
        arguments.set("handle", handle)
        arguments.set("code", code)
        arguments.set("connect_id", connectId)
        return try await client.call("payment_handles.verify", arguments, options)
    }
}
