// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Every kind of event that can be subscribed to.
public struct WebhookEventListResponse: Codable, Hashable, Sendable {
    /// The page that explains them.
    public let docUrl: String
    /// The kinds.
    public let events: [EventType]

    enum CodingKeys: String, CodingKey {
        case docUrl = "doc_url"
        case events
    }
}
