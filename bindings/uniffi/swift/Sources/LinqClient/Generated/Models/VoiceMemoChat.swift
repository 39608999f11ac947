// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The chat that a voice memo goes to.
public struct VoiceMemoChat: Codable, Hashable, Sendable {
    /// The chat's identifier.
    public let id: String
    /// Everybody in the chat.
    public let handles: [ChatHandle]
    /// Whether the chat is in use.
    public let isActive: Bool
    /// Whether this is a group.
    public let isGroup: Bool
    /// The chat's service.
    public let service: ServiceType

    enum CodingKeys: String, CodingKey {
        case id
        case handles
        case isActive = "is_active"
        case isGroup = "is_group"
        case service
    }
}
