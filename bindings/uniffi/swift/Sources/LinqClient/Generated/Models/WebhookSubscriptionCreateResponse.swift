// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A subscription just made, with its secret.
public struct WebhookSubscriptionCreateResponse: Codable, Hashable, Sendable {
    /// Its identifier.
    public let id: String
    /// When it was made.
    ///
    /// Documented as always present.
    public let createdAt: Date?
    /// Whether anything is delivered.
    ///
    /// Documented as always present.
    public let isActive: Bool?
    /// What the deliveries are signed with. No later reply holds it: keep it.
    ///
    /// Documented as always present.
    public let signingSecret: PrivateText?
    /// Which events are delivered.
    public let subscribedEvents: [EventType]
    /// Where they are delivered.
    ///
    /// Documented as always present.
    public let targetUrl: String?
    /// When it was last changed.
    ///
    /// Documented as always present.
    public let updatedAt: Date?
    /// The lines whose events are delivered; absent if all of them.
    public let phoneNumbers: [String]?
    /// The name of the header that carries the chat's id.
    public let routingIdHeader: String?
    /// The name of the header that carries the routing token; absent if delivery affinity is off.
    public let routingKeyHeader: String?

    /// Creates one, for previews and tests.
    public init(
        id: String,
        createdAt: Date? = nil,
        isActive: Bool? = nil,
        signingSecret: String? = nil,
        subscribedEvents: [EventType] = [],
        targetUrl: String? = nil,
        updatedAt: Date? = nil,
        phoneNumbers: [String]? = nil,
        routingIdHeader: String? = nil,
        routingKeyHeader: String? = nil
    ) {
        self.id = id
        self.createdAt = createdAt
        self.isActive = isActive
        self.signingSecret = signingSecret.map(PrivateText.init(_:))
        self.subscribedEvents = subscribedEvents
        self.targetUrl = targetUrl
        self.updatedAt = updatedAt
        self.phoneNumbers = phoneNumbers
        self.routingIdHeader = routingIdHeader
        self.routingKeyHeader = routingKeyHeader
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decode(String.self, forKey: .id)
        self.createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
        self.isActive = try container.decodeIfPresent(Bool.self, forKey: .isActive)
        self.signingSecret = try container.decodeIfPresent(PrivateText.self, forKey: .signingSecret)
        self.subscribedEvents = try container.decodeIfPresent([EventType].self, forKey: .subscribedEvents) ?? []
        self.targetUrl = try container.decodeIfPresent(String.self, forKey: .targetUrl)
        self.updatedAt = try container.decodeIfPresent(Date.self, forKey: .updatedAt)
        self.phoneNumbers = try container.decodeIfPresent([String].self, forKey: .phoneNumbers)
        self.routingIdHeader = try container.decodeIfPresent(String.self, forKey: .routingIdHeader)
        self.routingKeyHeader = try container.decodeIfPresent(String.self, forKey: .routingKeyHeader)
    }

    enum CodingKeys: String, CodingKey {
        case id
        case createdAt = "created_at"
        case isActive = "is_active"
        case signingSecret = "signing_secret"
        case subscribedEvents = "subscribed_events"
        case targetUrl = "target_url"
        case updatedAt = "updated_at"
        case phoneNumbers = "phone_numbers"
        case routingIdHeader = "routing_id_header"
        case routingKeyHeader = "routing_key_header"
    }
}
