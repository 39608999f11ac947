// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The kinds of webhook events.
public struct WebhookEventsResource: Sendable {
    let client: Linq

    /// Gives every kind of event that can be subscribed to.
    ///
    /// `webhook_events.list`: see <https://docs.linqapp.com/api/resources/webhook_events/methods/list/>.
    ///
    /// - Parameters:
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func list(
        options: CallOptions = CallOptions()
    ) async throws -> WebhookEventListResponse {
        let arguments = Arguments()
        return try await client.call("webhook_events.list", arguments, options)
    }
}
