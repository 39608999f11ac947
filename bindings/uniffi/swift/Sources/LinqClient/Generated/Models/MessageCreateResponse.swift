// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The reply to sending a message without naming the line: which line and chat were chosen, and why.
public struct MessageCreateResponse: Codable, Hashable, Sendable {
    /// The chat that the message went to.
    ///
    /// Documented as always present.
    public let chatId: String?
    /// Whether the chat is new.
    ///
    /// Documented as always present.
    public let createdNewChat: Bool?
    /// The line that sent it, E.164.
    ///
    /// Documented as always present.
    public let from: String?
    /// Why that line was chosen.
    public let fromSelection: FromSelection
    /// Everybody in the chat.
    public let handles: [ChatHandle]
    /// Whether it is a group.
    ///
    /// Documented as always present.
    public let isGroup: Bool?
    /// The message as it was taken on.
    public let message: SentMessage
    /// The chat's service.
    ///
    /// Documented as always present.
    public let service: ServiceType?
    /// The chat that was given up because its line is flagged; only on `failover_flagged`.
    public let previousChatId: String?

    /// Creates one, for previews and tests.
    public init(
        message: SentMessage,
        chatId: String? = nil,
        createdNewChat: Bool? = nil,
        from: String? = nil,
        fromSelection: FromSelection = FromSelection(),
        handles: [ChatHandle] = [],
        isGroup: Bool? = nil,
        service: ServiceType? = nil,
        previousChatId: String? = nil
    ) {
        self.chatId = chatId
        self.createdNewChat = createdNewChat
        self.from = from
        self.fromSelection = fromSelection
        self.handles = handles
        self.isGroup = isGroup
        self.message = message
        self.service = service
        self.previousChatId = previousChatId
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.chatId = try container.decodeIfPresent(String.self, forKey: .chatId)
        self.createdNewChat = try container.decodeIfPresent(Bool.self, forKey: .createdNewChat)
        self.from = try container.decodeIfPresent(String.self, forKey: .from)
        self.fromSelection =
            try container.decodeIfPresent(FromSelection.self, forKey: .fromSelection) ?? FromSelection()
        self.handles = try container.decodeIfPresent([ChatHandle].self, forKey: .handles) ?? []
        self.isGroup = try container.decodeIfPresent(Bool.self, forKey: .isGroup)
        self.message = try container.decode(SentMessage.self, forKey: .message)
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
        self.previousChatId = try container.decodeIfPresent(String.self, forKey: .previousChatId)
    }

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
