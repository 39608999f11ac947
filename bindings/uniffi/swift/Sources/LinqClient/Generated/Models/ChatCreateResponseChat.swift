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
    public let isGroup: Bool
    /// The message as it was taken on.
    public let message: SentMessage
    /// The chat's service. A single message may have gone over another.
    public let service: ServiceType

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
