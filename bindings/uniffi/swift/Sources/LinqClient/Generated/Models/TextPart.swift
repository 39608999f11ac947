// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Text, with what is laid over it. All ranges count UTF-16 code units of `value`.
public struct TextPart: Codable, Hashable, Sendable {
    /// The text.
    ///
    /// Documented as always present.
    public let value: String?
    /// Reactions to this part; never in events.
    public let reactions: [Reaction]?
    /// Stickers within the text, in its order. Only on messages that were sent with them: one that is received comes as
    /// a media part.
    public let inlineStickers: [InlineSticker]?
    /// Deprecated by the API in favour of `mentions`: the first one's handle.
    public let mention: String?
    /// Deprecated by the API in favour of `mentions`: the first one's range; absent when it is the whole text.
    public let mentionRange: [Int]?
    /// Who is mentioned, in the order of the text. iMessage only.
    public let mentions: [Mention]?
    /// Styles and animations.
    public let textDecorations: [TextDecoration]?

    /// Creates one, for previews and tests.
    public init(
        value: String? = nil,
        reactions: [Reaction]? = nil,
        inlineStickers: [InlineSticker]? = nil,
        mention: String? = nil,
        mentionRange: [Int]? = nil,
        mentions: [Mention]? = nil,
        textDecorations: [TextDecoration]? = nil
    ) {
        self.value = value
        self.reactions = reactions
        self.inlineStickers = inlineStickers
        self.mention = mention
        self.mentionRange = mentionRange
        self.mentions = mentions
        self.textDecorations = textDecorations
    }

    enum CodingKeys: String, CodingKey {
        case value
        case reactions
        case inlineStickers = "inline_stickers"
        case mention
        case mentionRange = "mention_range"
        case mentions
        case textDecorations = "text_decorations"
    }
}
