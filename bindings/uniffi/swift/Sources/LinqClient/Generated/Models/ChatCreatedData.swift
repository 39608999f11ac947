// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A chat came into being.
public struct ChatCreatedData: Codable, Hashable, Sendable {
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
    /// Whether this is a group.
    public let isGroup: Bool
    /// When the chat last changed.
    public let updatedAt: Date
    /// The chat's service. A single message may go over another.
    public let service: ServiceType?

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
