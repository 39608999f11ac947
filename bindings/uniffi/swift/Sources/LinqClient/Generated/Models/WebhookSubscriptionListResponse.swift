// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// All subscriptions.
public struct WebhookSubscriptionListResponse: Codable, Hashable, Sendable {
    /// The subscriptions.
    public let subscriptions: [WebhookSubscription]

    /// Creates one, for previews and tests.
    public init(
        subscriptions: [WebhookSubscription]
    ) {
        self.subscriptions = subscriptions
    }

    enum CodingKeys: String, CodingKey {
        case subscriptions
    }
}
