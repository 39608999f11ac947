// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody stopped sharing their location with a line of yours.
public struct LocationSharingStoppedData: Codable, Hashable, Sendable {
    /// When they had started, if that is known.
    public let beganAt: Date?
    /// The chat where they had first shared it, if that is known.
    public let chatId: String?
    /// When it ended.
    ///
    /// Documented as always present.
    public let endedAt: Date?
    /// Who shared their location.
    ///
    /// Documented as always present.
    public let sharedBy: String?
    /// The line that they shared it with, E.164.
    ///
    /// Documented as always present.
    public let sharedWith: String?

    /// Creates one, for previews and tests.
    public init(
        beganAt: Date? = nil,
        chatId: String? = nil,
        endedAt: Date? = nil,
        sharedBy: String? = nil,
        sharedWith: String? = nil
    ) {
        self.beganAt = beganAt
        self.chatId = chatId
        self.endedAt = endedAt
        self.sharedBy = sharedBy
        self.sharedWith = sharedWith
    }

    enum CodingKeys: String, CodingKey {
        case beganAt = "began_at"
        case chatId = "chat_id"
        case endedAt = "ended_at"
        case sharedBy = "shared_by"
        case sharedWith = "shared_with"
    }
}
