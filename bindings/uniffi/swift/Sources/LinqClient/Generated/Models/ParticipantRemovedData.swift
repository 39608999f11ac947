// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody left a group, or was removed: you too, after leaving one.
public struct ParticipantRemovedData: Codable, Hashable, Sendable {
    /// Their handle. Deprecated by the API in favour of `participant`.
    ///
    /// Documented as always present.
    public let handle: String?
    /// The group.
    public let chatId: String?
    /// Who is gone.
    public let participant: ChatHandle?
    /// When they went.
    public let removedAt: Date?

    /// Creates one, for previews and tests.
    public init(
        handle: String? = nil,
        chatId: String? = nil,
        participant: ChatHandle? = nil,
        removedAt: Date? = nil
    ) {
        self.handle = handle
        self.chatId = chatId
        self.participant = participant
        self.removedAt = removedAt
    }

    enum CodingKeys: String, CodingKey {
        case handle
        case chatId = "chat_id"
        case participant
        case removedAt = "removed_at"
    }
}
