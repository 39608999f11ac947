// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody is typing, or stopped.
public struct TypingIndicatorData: Codable, Hashable, Sendable {
    /// The chat.
    public let chatId: String
    /// Who.
    public let actorHandle: ChatHandle?

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case actorHandle = "actor_handle"
    }
}
