// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A chat and the message that was sent into it.
public struct ChatCreateResponseChat: Codable, Hashable, Sendable {
    /// The chat's identifier.
    public let id: String
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
    /// The message as it was taken on.
    public let message: FirstMessage
    /// The chat's service. A single message may have gone over another.
    ///
    /// Documented as always present.
    public let service: ServiceType?

    /// Creates one, for previews and tests.
    public init(
        id: String,
        displayName: String? = nil,
        handles: [ChatHandle] = [],
        healthStatus: HealthStatus = HealthStatus(),
        isGroup: Bool? = nil,
        message: FirstMessage = FirstMessage(),
        service: ServiceType? = nil
    ) {
        self.id = id
        self.displayName = displayName
        self.handles = handles
        self.healthStatus = healthStatus
        self.isGroup = isGroup
        self.message = message
        self.service = service
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decode(String.self, forKey: .id)
        self.displayName = try container.decodeIfPresent(String.self, forKey: .displayName)
        self.handles = try container.decodeIfPresent([ChatHandle].self, forKey: .handles) ?? []
        self.healthStatus = try container.decodeIfPresent(HealthStatus.self, forKey: .healthStatus) ?? HealthStatus()
        self.isGroup = try container.decodeIfPresent(Bool.self, forKey: .isGroup)
        self.message = try container.decodeIfPresent(FirstMessage.self, forKey: .message) ?? FirstMessage()
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
    }

    enum CodingKeys: String, CodingKey {
        case id
        case displayName = "display_name"
        case handles
        case healthStatus = "health_status"
        case isGroup = "is_group"
        case message
        case service
    }
}
