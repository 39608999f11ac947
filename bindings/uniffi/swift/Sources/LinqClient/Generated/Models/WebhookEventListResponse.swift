// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Every kind of event that can be subscribed to.
public struct WebhookEventListResponse: Codable, Hashable, Sendable {
    /// The page that explains them.
    ///
    /// Documented as always present.
    public let docUrl: String?
    /// The kinds.
    public let events: [EventType]

    /// Creates one, for previews and tests.
    public init(
        events: [EventType],
        docUrl: String? = nil
    ) {
        self.docUrl = docUrl
        self.events = events
    }

    enum CodingKeys: String, CodingKey {
        case docUrl = "doc_url"
        case events
    }
}
