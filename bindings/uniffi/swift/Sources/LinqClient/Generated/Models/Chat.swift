// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A conversation, direct or group.
public struct Chat: Codable, Hashable, Sendable {
    /// The chat's identifier.
    public let id: String
    /// When the chat was created.
    public let createdAt: Date
    /// The group's name; unless one was set, the recipients' handles, separated by commas.
    public let displayName: String?
    /// Everybody in the chat, your own line included: two or more.
    public let handles: [ChatHandle]
    /// How well the conversation goes (beta).
    public let healthStatus: HealthStatus
    /// Deprecated by the API, which will stop sending it.
    public let isArchived: Bool?
    /// Whether this is a group.
    public let isGroup: Bool
    /// When the chat last changed.
    public let updatedAt: Date
    /// The group's icon; absent for direct chats and groups without one.
    public let groupChatIcon: PrivateText?
    /// The chat's service. A single message may have gone over another.
    public let service: ServiceType?

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
