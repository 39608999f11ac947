// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A conversation, direct or group.
public struct Chat: Codable, Hashable, Sendable {
    /// The chat's identifier.
    public let id: String
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
    /// Deprecated by the API, which will stop sending it.
    ///
    /// Documented as always present.
    public let isArchived: Bool?
    /// Whether this is a group.
    ///
    /// Documented as always present.
    public let isGroup: Bool?
    /// When the chat last changed.
    ///
    /// Documented as always present.
    public let updatedAt: Date?
    /// The group's icon; absent for direct chats and groups without one.
    public let groupChatIcon: PrivateText?
    /// The chat's service. A single message may have gone over another.
    public let service: ServiceType?

    /// Creates one, for previews and tests.
    public init(
        id: String,
        createdAt: Date? = nil,
        displayName: String? = nil,
        handles: [ChatHandle] = [],
        healthStatus: HealthStatus = HealthStatus(),
        isArchived: Bool? = nil,
        isGroup: Bool? = nil,
        updatedAt: Date? = nil,
        groupChatIcon: String? = nil,
        service: ServiceType? = nil
    ) {
        self.id = id
        self.createdAt = createdAt
        self.displayName = displayName
        self.handles = handles
        self.healthStatus = healthStatus
        self.isArchived = isArchived
        self.isGroup = isGroup
        self.updatedAt = updatedAt
        self.groupChatIcon = groupChatIcon.map(PrivateText.init(_:))
        self.service = service
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decode(String.self, forKey: .id)
        self.createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
        self.displayName = try container.decodeIfPresent(String.self, forKey: .displayName)
        self.handles = try container.decodeIfPresent([ChatHandle].self, forKey: .handles) ?? []
        self.healthStatus = try container.decodeIfPresent(HealthStatus.self, forKey: .healthStatus) ?? HealthStatus()
        self.isArchived = try container.decodeIfPresent(Bool.self, forKey: .isArchived)
        self.isGroup = try container.decodeIfPresent(Bool.self, forKey: .isGroup)
        self.updatedAt = try container.decodeIfPresent(Date.self, forKey: .updatedAt)
        self.groupChatIcon = try container.decodeIfPresent(PrivateText.self, forKey: .groupChatIcon)
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
    }

    enum CodingKeys: String, CodingKey {
        case id
        case createdAt = "created_at"
        case displayName = "display_name"
        case handles
        case healthStatus = "health_status"
        case isArchived = "is_archived"
        case isGroup = "is_group"
        case updatedAt = "updated_at"
        case groupChatIcon = "group_chat_icon"
        case service
    }
}
