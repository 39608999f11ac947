// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A webhook subscription.
public struct AccountWebhookSubscription: Codable, Hashable, Sendable {
    /// The subscription's identifier.
    public let id: String
    /// What it listens for, in `webhook_subscription.created`.
    public let events: [EventType]?
    /// Where it delivers, without credentials, query and fragment.
    public let targetUrl: String?

    enum CodingKeys: String, CodingKey {
        case id
        case events
        case targetUrl = "target_url"
    }
}
