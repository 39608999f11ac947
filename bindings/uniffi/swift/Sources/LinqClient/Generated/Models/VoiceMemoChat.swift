// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The chat that a voice memo goes to.
public struct VoiceMemoChat: Codable, Hashable, Sendable {
    /// The chat's identifier.
    ///
    /// Documented as always present.
    public let id: String?
    /// Everybody in the chat.
    public let handles: [ChatHandle]
    /// Whether the chat is in use.
    ///
    /// Documented as always present.
    public let isActive: Bool?
    /// Whether this is a group.
    ///
    /// Documented as always present.
    public let isGroup: Bool?
    /// The chat's service.
    ///
    /// Documented as always present.
    public let service: ServiceType?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        handles: [ChatHandle] = [],
        isActive: Bool? = nil,
        isGroup: Bool? = nil,
        service: ServiceType? = nil
    ) {
        self.id = id
        self.handles = handles
        self.isActive = isActive
        self.isGroup = isGroup
        self.service = service
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decodeIfPresent(String.self, forKey: .id)
        self.handles = try container.decodeIfPresent([ChatHandle].self, forKey: .handles) ?? []
        self.isActive = try container.decodeIfPresent(Bool.self, forKey: .isActive)
        self.isGroup = try container.decodeIfPresent(Bool.self, forKey: .isGroup)
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
    }

    enum CodingKeys: String, CodingKey {
        case id
        case handles
        case isActive = "is_active"
        case isGroup = "is_group"
        case service
    }
}
