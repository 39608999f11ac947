// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The reply to sending a message without naming the line: which line and chat were chosen, and why.
public struct MessageCreateResponse: Codable, Hashable, Sendable {
    /// The chat that the message went to.
    public let chatId: String
    /// Whether the chat is new.
    public let createdNewChat: Bool
    /// The line that sent it, E.164.
    public let from: String
    /// Why that line was chosen.
    public let fromSelection: FromSelection
    /// Everybody in the chat.
    public let handles: [ChatHandle]
    /// Whether it is a group.
    public let isGroup: Bool
    /// The message as it was taken on.
    public let message: SentMessage
    /// The chat's service.
    public let service: ServiceType
    /// The chat that was given up because its line is flagged; only on `failover_flagged`.
    public let previousChatId: String?

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case createdNewChat = "created_new_chat"
        case from
        case fromSelection = "from_selection"
        case handles
        case isGroup = "is_group"
        case message
        case service
        case previousChatId = "previous_chat_id"
    }
}
