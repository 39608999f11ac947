// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody reacted to a message or a poll, or took a reaction back.
public struct ReactionEventData: Codable, Hashable, Sendable {
    /// Whether that was you.
    ///
    /// Documented as always present.
    public let isFromMe: Bool?
    /// How they reacted.
    ///
    /// Documented as always present.
    public let reactionType: ReactionType?
    /// The chat.
    public let chatId: String?
    /// The emoji of a `custom` reaction.
    public let customEmoji: String?
    /// Deprecated by the API in favour of `fromHandle`: the handle of who reacted.
    public let from: String?
    /// Who reacted.
    public let fromHandle: ChatHandle?
    /// The message that was reacted to.
    public let messageId: String?
    /// Which of its parts, counted from 0.
    public let partIndex: Int?
    /// When the reaction was added or removed.
    public let reactedAt: Date?
    /// Names the reaction: stickers pile up, and this tells one on a message from another when it is moved.
    public let reactionId: String?
    /// The service that carried it.
    public let service: ServiceType?
    /// The image of a `sticker` reaction.
    public let sticker: Sticker?

    /// Creates one, for previews and tests.
    public init(
        isFromMe: Bool? = nil,
        reactionType: ReactionType? = nil,
        chatId: String? = nil,
        customEmoji: String? = nil,
        from: String? = nil,
        fromHandle: ChatHandle? = nil,
        messageId: String? = nil,
        partIndex: Int? = nil,
        reactedAt: Date? = nil,
        reactionId: String? = nil,
        service: ServiceType? = nil,
        sticker: Sticker? = nil
    ) {
        self.isFromMe = isFromMe
        self.reactionType = reactionType
        self.chatId = chatId
        self.customEmoji = customEmoji
        self.from = from
        self.fromHandle = fromHandle
        self.messageId = messageId
        self.partIndex = partIndex
        self.reactedAt = reactedAt
        self.reactionId = reactionId
        self.service = service
        self.sticker = sticker
    }

    enum CodingKeys: String, CodingKey {
        case isFromMe = "is_from_me"
        case reactionType = "reaction_type"
        case chatId = "chat_id"
        case customEmoji = "custom_emoji"
        case from
        case fromHandle = "from_handle"
        case messageId = "message_id"
        case partIndex = "part_index"
        case reactedAt = "reacted_at"
        case reactionId = "reaction_id"
        case service
        case sticker
    }
}
