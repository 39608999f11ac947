// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A poll, the message that it is, and how the vote stands.
public struct PollEnvelope: Codable, Hashable, Sendable {
    /// The chat that it is in.
    ///
    /// Documented as always present.
    public let chatId: String?
    /// When it was created.
    ///
    /// Documented as always present.
    public let createdAt: Date?
    /// The message that the poll is, which names it in every other call.
    public let messageId: String
    /// The options and their votes.
    public let poll: PollResults
    /// Reactions to the poll as a whole.
    public let reactions: [Reaction]
    /// When it last changed.
    ///
    /// Documented as always present.
    public let updatedAt: Date?

    /// Creates one, for previews and tests.
    public init(
        messageId: String,
        chatId: String? = nil,
        createdAt: Date? = nil,
        poll: PollResults = PollResults(),
        reactions: [Reaction] = [],
        updatedAt: Date? = nil
    ) {
        self.chatId = chatId
        self.createdAt = createdAt
        self.messageId = messageId
        self.poll = poll
        self.reactions = reactions
        self.updatedAt = updatedAt
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.chatId = try container.decodeIfPresent(String.self, forKey: .chatId)
        self.createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
        self.messageId = try container.decode(String.self, forKey: .messageId)
        self.poll = try container.decodeIfPresent(PollResults.self, forKey: .poll) ?? PollResults()
        self.reactions = try container.decodeIfPresent([Reaction].self, forKey: .reactions) ?? []
        self.updatedAt = try container.decodeIfPresent(Date.self, forKey: .updatedAt)
    }

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case createdAt = "created_at"
        case messageId = "message_id"
        case poll
        case reactions
        case updatedAt = "updated_at"
    }
}
