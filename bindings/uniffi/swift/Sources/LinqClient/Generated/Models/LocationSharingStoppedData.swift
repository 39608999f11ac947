// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody stopped sharing their location with a line of yours.
public struct LocationSharingStoppedData: Codable, Hashable, Sendable {
    /// When they had started, if that is known.
    public let beganAt: Date?
    /// The chat where they had first shared it, if that is known.
    public let chatId: String?
    /// When it ended.
    public let endedAt: Date
    /// Who shared their location.
    public let sharedBy: String
    /// The line that they shared it with, E.164.
    public let sharedWith: String

    enum CodingKeys: String, CodingKey {
        case beganAt = "began_at"
        case chatId = "chat_id"
        case endedAt = "ended_at"
        case sharedBy = "shared_by"
        case sharedWith = "shared_with"
    }
}
