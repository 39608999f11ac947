// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A webhook subscription.
public struct AccountWebhookSubscription: Codable, Hashable, Sendable {
    /// The subscription's identifier.
    ///
    /// Documented as always present.
    public let id: String?
    /// What it listens for, in `webhook_subscription.created`.
    public let events: [EventType]?
    /// Where it delivers, without credentials, query and fragment.
    public let targetUrl: String?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        events: [EventType]? = nil,
        targetUrl: String? = nil
    ) {
        self.id = id
        self.events = events
        self.targetUrl = targetUrl
    }

    enum CodingKeys: String, CodingKey {
        case id
        case events
        case targetUrl = "target_url"
    }
}
