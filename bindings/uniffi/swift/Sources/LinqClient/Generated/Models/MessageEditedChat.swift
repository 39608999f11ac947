// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The chat of an edited message.
public struct MessageEditedChat: Codable, Hashable, Sendable {
    /// The chat's identifier.
    ///
    /// Documented as always present.
    public let id: String?
    /// How well the conversation goes (beta).
    public let healthStatus: HealthStatus
    /// Whether this is a group.
    ///
    /// Documented as always present.
    public let isGroup: Bool?
    /// Your line.
    public let ownerHandle: ChatHandle

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        healthStatus: HealthStatus = HealthStatus(),
        isGroup: Bool? = nil,
        ownerHandle: ChatHandle = ChatHandle()
    ) {
        self.id = id
        self.healthStatus = healthStatus
        self.isGroup = isGroup
        self.ownerHandle = ownerHandle
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decodeIfPresent(String.self, forKey: .id)
        self.healthStatus = try container.decodeIfPresent(HealthStatus.self, forKey: .healthStatus) ?? HealthStatus()
        self.isGroup = try container.decodeIfPresent(Bool.self, forKey: .isGroup)
        self.ownerHandle = try container.decodeIfPresent(ChatHandle.self, forKey: .ownerHandle) ?? ChatHandle()
    }

    enum CodingKeys: String, CodingKey {
        case id
        case healthStatus = "health_status"
        case isGroup = "is_group"
        case ownerHandle = "owner_handle"
    }
}
