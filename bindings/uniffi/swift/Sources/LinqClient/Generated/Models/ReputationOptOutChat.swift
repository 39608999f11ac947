// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A chat that went on after the recipient had opted out.
public struct ReputationOptOutChat: Codable, Hashable, Sendable {
    /// The chat.
    public let chatId: String?
    /// How many messages were sent after that.
    public let messagesAfterStop: Int?

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case messagesAfterStop = "messages_after_stop"
    }
}
