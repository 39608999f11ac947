// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The reply to creating a chat with its first message.
public struct ChatCreateResponse: Codable, Hashable, Sendable {
    /// The chat, new or found by its participants, and the message.
    public let chat: ChatCreateResponseChat

    /// Creates one, for previews and tests.
    public init(
        chat: ChatCreateResponseChat
    ) {
        self.chat = chat
    }

    enum CodingKeys: String, CodingKey {
        case chat
    }
}
