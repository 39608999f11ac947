// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The reply to sending a message.
public struct MessageSendResponse: Codable, Hashable, Sendable {
    /// The chat that the message went to.
    ///
    /// Documented as always present.
    public let chatId: String?
    /// The message as it was taken on.
    public let message: SentMessage

    /// Creates one, for previews and tests.
    public init(
        message: SentMessage,
        chatId: String? = nil
    ) {
        self.chatId = chatId
        self.message = message
    }

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case message
    }
}
