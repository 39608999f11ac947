// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The chat of a message.
public struct MessageEventChat: Codable, Hashable, Sendable {
    /// The chat's identifier.
    public let id: String
    /// How well the conversation goes (beta).
    public let healthStatus: HealthStatus
    /// Whether this is a group.
    public let isGroup: Bool?
    /// Your line.
    public let ownerHandle: ChatHandle?

    enum CodingKeys: String, CodingKey {
        case id
        case healthStatus = "health_status"
        case isGroup = "is_group"
        case ownerHandle = "owner_handle"
    }
}
