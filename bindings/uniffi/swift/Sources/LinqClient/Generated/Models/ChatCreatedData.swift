// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A chat came into being.
public struct ChatCreatedData: Codable, Hashable, Sendable {
    /// The chat's identifier.
    ///
    /// Documented as always present.
    public let id: String?
    /// When the chat was created.
    ///
    /// Documented as always present.
    public let createdAt: Date?
    /// The group's name; unless one was set, the recipients' handles, separated by commas.
    public let displayName: String?
    /// Everybody in the chat, your own line included: two or more.
    public let handles: [ChatHandle]
    /// How well the conversation goes (beta).
    public let healthStatus: HealthStatus
    /// Whether this is a group.
    ///
    /// Documented as always present.
    public let isGroup: Bool?
    /// When the chat last changed.
    ///
    /// Documented as always present.
    public let updatedAt: Date?
    /// The chat's service. A single message may go over another.
    public let service: ServiceType?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        createdAt: Date? = nil,
        displayName: String? = nil,
        handles: [ChatHandle] = [],
        healthStatus: HealthStatus = HealthStatus(),
        isGroup: Bool? = nil,
        updatedAt: Date? = nil,
        service: ServiceType? = nil
    ) {
        self.id = id
        self.createdAt = createdAt
        self.displayName = displayName
        self.handles = handles
        self.healthStatus = healthStatus
        self.isGroup = isGroup
        self.updatedAt = updatedAt
        self.service = service
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decodeIfPresent(String.self, forKey: .id)
        self.createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
        self.displayName = try container.decodeIfPresent(String.self, forKey: .displayName)
        self.handles = try container.decodeIfPresent([ChatHandle].self, forKey: .handles) ?? []
        self.healthStatus = try container.decodeIfPresent(HealthStatus.self, forKey: .healthStatus) ?? HealthStatus()
        self.isGroup = try container.decodeIfPresent(Bool.self, forKey: .isGroup)
        self.updatedAt = try container.decodeIfPresent(Date.self, forKey: .updatedAt)
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
    }

    enum CodingKeys: String, CodingKey {
        case id
        case createdAt = "created_at"
        case displayName = "display_name"
        case handles
        case healthStatus = "health_status"
        case isGroup = "is_group"
        case updatedAt = "updated_at"
        case service
    }
}
