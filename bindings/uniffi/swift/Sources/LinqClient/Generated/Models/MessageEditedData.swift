// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A text part of a message was edited. Only for subscriptions of version `2026-02-03`.
public struct MessageEditedData: Codable, Hashable, Sendable {
    /// The message.
    ///
    /// Documented as always present.
    public let id: String?
    /// The chat that it is in.
    public let chat: MessageEditedChat
    /// Which way the message went.
    ///
    /// Documented as always present.
    public let direction: Direction?
    /// When it was edited.
    ///
    /// Documented as always present.
    public let editedAt: Date?
    /// What was edited.
    public let part: MessageEditedPart
    /// Who sent, and edited, it.
    public let senderHandle: ChatHandle
    /// Whether the line is under zero-day retention: the text of an edit of yours is then empty.
    public let zeroRetention: Bool?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        chat: MessageEditedChat = MessageEditedChat(),
        direction: Direction? = nil,
        editedAt: Date? = nil,
        part: MessageEditedPart = MessageEditedPart(),
        senderHandle: ChatHandle = ChatHandle(),
        zeroRetention: Bool? = nil
    ) {
        self.id = id
        self.chat = chat
        self.direction = direction
        self.editedAt = editedAt
        self.part = part
        self.senderHandle = senderHandle
        self.zeroRetention = zeroRetention
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decodeIfPresent(String.self, forKey: .id)
        self.chat = try container.decodeIfPresent(MessageEditedChat.self, forKey: .chat) ?? MessageEditedChat()
        self.direction = try container.decodeIfPresent(Direction.self, forKey: .direction)
        self.editedAt = try container.decodeIfPresent(Date.self, forKey: .editedAt)
        self.part = try container.decodeIfPresent(MessageEditedPart.self, forKey: .part) ?? MessageEditedPart()
        self.senderHandle = try container.decodeIfPresent(ChatHandle.self, forKey: .senderHandle) ?? ChatHandle()
        self.zeroRetention = try container.decodeIfPresent(Bool.self, forKey: .zeroRetention)
    }

    enum CodingKeys: String, CodingKey {
        case id
        case chat
        case direction
        case editedAt = "edited_at"
        case part
        case senderHandle = "sender_handle"
        case zeroRetention = "zero_retention"
    }
}
