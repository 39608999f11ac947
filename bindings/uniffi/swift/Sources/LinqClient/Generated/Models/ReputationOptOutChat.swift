// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A chat that went on after the recipient had opted out.
public struct ReputationOptOutChat: Codable, Hashable, Sendable {
    /// The chat.
    public let chatId: String?
    /// How many messages were sent after that.
    public let messagesAfterStop: Int?

    /// Creates one, for previews and tests.
    public init(
        chatId: String? = nil,
        messagesAfterStop: Int? = nil
    ) {
        self.chatId = chatId
        self.messagesAfterStop = messagesAfterStop
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.chatId = try container.decodeIfPresent(String.self, forKey: .chatId)
        self.messagesAfterStop = try container.decodeIntegerIfPresent(forKey: .messagesAfterStop)
    }

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case messagesAfterStop = "messages_after_stop"
    }
}
