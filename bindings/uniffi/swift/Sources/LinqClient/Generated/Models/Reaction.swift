// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A reaction to a part of a message.
public struct Reaction: Codable, Hashable, Sendable {
    /// Who reacted.
    public let handle: ChatHandle
    /// Whether that is you.
    public let isMe: Bool
    /// How they reacted.
    public let type: ReactionType
    /// Names the reaction when its sticker is moved. Stickers from before that was possible have one too, but moving
    /// them is answered with 404.
    public let id: String?
    /// The emoji of a `custom` reaction.
    public let customEmoji: String?
    /// The image of a `sticker` reaction.
    public let sticker: Sticker?

    enum CodingKeys: String, CodingKey {
        case handle
        case isMe = "is_me"
        case type
        case id
        case customEmoji = "custom_emoji"
        case sticker
    }
}
