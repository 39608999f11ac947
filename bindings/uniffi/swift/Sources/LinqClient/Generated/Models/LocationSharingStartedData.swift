// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody started to share their location with a line of yours.
public struct LocationSharingStartedData: Codable, Hashable, Sendable {
    /// When they started, or when that was first noticed.
    public let beganAt: Date?
    /// The chat where they first did, if that is known. Sharing goes by person, not by chat, so that the location may
    /// be seen in others too.
    public let chatId: String?
    /// When it will end; absent if nobody knows.
    public let endsAt: Date?
    /// Who shares their location.
    ///
    /// Documented as always present.
    public let sharedBy: String?
    /// The line that they share it with, E.164.
    ///
    /// Documented as always present.
    public let sharedWith: String?

    /// Creates one, for previews and tests.
    public init(
        beganAt: Date? = nil,
        chatId: String? = nil,
        endsAt: Date? = nil,
        sharedBy: String? = nil,
        sharedWith: String? = nil
    ) {
        self.beganAt = beganAt
        self.chatId = chatId
        self.endsAt = endsAt
        self.sharedBy = sharedBy
        self.sharedWith = sharedWith
    }

    enum CodingKeys: String, CodingKey {
        case beganAt = "began_at"
        case chatId = "chat_id"
        case endsAt = "ends_at"
        case sharedBy = "shared_by"
        case sharedWith = "shared_with"
    }
}
