// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Your accounts at payment providers.
public struct PaymentProvidersResource: Sendable {
    let client: Linq

    /// Says how far your organisation's account at a payment provider is.
    ///
    /// `payment_providers.retrieve`: see <https://docs.linqapp.com/api/resources/payment_providers/methods/retrieve/>.
    ///
    /// - Parameters:
    ///   - provider: The provider, such as `agentcard`.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func retrieve(
        provider: String,
        options: CallOptions = CallOptions()
    ) async throws -> PaymentProvider {
        var arguments = Arguments()
        arguments.set("provider", provider)
        return try await client.call("payment_providers.retrieve", arguments, options)
    }

    /// Gives the page where an administrator connects your organisation with a payment provider.
    ///
    /// `payment_providers.connect`: see <https://docs.linqapp.com/api/resources/payment_providers/methods/connect/>.
    ///
    /// - Parameters:
    ///   - provider: The provider, such as `agentcard`.
    ///   - returnUrl: Where the administrator is sent afterwards.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func connect(
        provider: String,
        returnUrl: String,
        options: CallOptions = CallOptions()
    ) async throws -> PaymentProviderConnectResponse {
        var arguments = Arguments()
        arguments.set("provider", provider)
        arguments.set("return_url", returnUrl)
        return try await client.call("payment_providers.connect", arguments, options)
    }
}
