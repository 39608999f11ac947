// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody is typing, or stopped.
public struct TypingIndicatorData: Codable, Hashable, Sendable {
    /// The chat.
    ///
    /// Documented as always present.
    public let chatId: String?
    /// Who.
    public let actorHandle: ChatHandle?

    /// Creates one, for previews and tests.
    public init(
        chatId: String? = nil,
        actorHandle: ChatHandle? = nil
    ) {
        self.chatId = chatId
        self.actorHandle = actorHandle
    }

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case actorHandle = "actor_handle"
    }
}
