// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody joined a group.
public struct ParticipantAddedData: Codable, Hashable, Sendable {
    /// Their handle. Deprecated by the API in favour of `participant`.
    ///
    /// Documented as always present.
    public let handle: String?
    /// When they joined.
    public let addedAt: Date?
    /// The group.
    public let chatId: String?
    /// Who joined.
    public let participant: ChatHandle?

    /// Creates one, for previews and tests.
    public init(
        handle: String? = nil,
        addedAt: Date? = nil,
        chatId: String? = nil,
        participant: ChatHandle? = nil
    ) {
        self.handle = handle
        self.addedAt = addedAt
        self.chatId = chatId
        self.participant = participant
    }

    enum CodingKeys: String, CodingKey {
        case handle
        case addedAt = "added_at"
        case chatId = "chat_id"
        case participant
    }
}
