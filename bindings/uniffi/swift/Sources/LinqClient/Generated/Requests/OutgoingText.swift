// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Words, plain or decorated.
///
/// Sent as it is: Markdown stays Markdown. Decorations and stickers show on iMessage only; over RCS and SMS the bare
/// words arrive.
public struct OutgoingText: Codable, Hashable, Sendable {
    /// The words, 1 to 10,000 characters.
    public var value: String
    /// What some of the words look like.
    public var textDecorations: [OutgoingTextDecoration]?
    /// The stickers among the words: at most 100, of at most 10 different images, and not together with a mention.
    public var inlineStickers: [OutgoingInlineSticker]?
    /// The participant whom the words call, in group chats only. iMessage notifies them even if they muted the chat.
    public var mention: String?
    /// The words that stand for the mentioned participant; all of them if absent.
    public var mentionRange: [Int]?

    /// Creates one of its fields.
    public init(
        value: String,
        textDecorations: [OutgoingTextDecoration]? = nil,
        inlineStickers: [OutgoingInlineSticker]? = nil,
        mention: String? = nil,
        mentionRange: [Int]? = nil
    ) {
        self.value = value
        self.textDecorations = textDecorations
        self.inlineStickers = inlineStickers
        self.mention = mention
        self.mentionRange = mentionRange
    }

    enum CodingKeys: String, CodingKey {
        case value
        case textDecorations = "text_decorations"
        case inlineStickers = "inline_stickers"
        case mention
        case mentionRange = "mention_range"
    }
}
