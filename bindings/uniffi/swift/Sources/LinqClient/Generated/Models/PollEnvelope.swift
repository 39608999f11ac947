// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A poll, the message that it is, and how the vote stands.
public struct PollEnvelope: Codable, Hashable, Sendable {
    /// The chat that it is in.
    public let chatId: String
    /// When it was created.
    public let createdAt: Date
    /// The message that the poll is, which names it in every other call.
    public let messageId: String
    /// The options and their votes.
    public let poll: PollResults
    /// Reactions to the poll as a whole.
    public let reactions: [Reaction]
    /// When it last changed.
    public let updatedAt: Date

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case createdAt = "created_at"
        case messageId = "message_id"
        case poll
        case reactions
        case updatedAt = "updated_at"
    }
}
