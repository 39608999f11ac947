// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where Linq delivers which webhooks.
public struct WebhookSubscription: Codable, Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// When it was made.
    public let createdAt: Date
    /// Whether anything is delivered.
    public let isActive: Bool
    /// Which events are delivered.
    public let subscribedEvents: [EventType]
    /// Where they are delivered.
    public let targetUrl: String
    /// When it was last changed.
    public let updatedAt: Date
    /// The lines whose events are delivered; absent if all of them.
    public let phoneNumbers: [String]?
    /// The name of the header that carries the chat's id.
    public let routingIdHeader: String?
    /// The name of the header that carries the routing token; absent if delivery affinity is off.
    public let routingKeyHeader: String?

    enum CodingKeys: String, CodingKey {
        case id
        case createdAt = "created_at"
        case isActive = "is_active"
        case subscribedEvents = "subscribed_events"
        case targetUrl = "target_url"
        case updatedAt = "updated_at"
        case phoneNumbers = "phone_numbers"
        case routingIdHeader = "routing_id_header"
        case routingKeyHeader = "routing_key_header"
    }
}
