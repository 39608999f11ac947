// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A reaction to a part of a message.
public struct Reaction: Codable, Hashable, Sendable {
    /// Who reacted.
    public let handle: ChatHandle
    /// Whether that is you.
    ///
    /// Documented as always present.
    public let isMe: Bool?
    /// How they reacted.
    ///
    /// Documented as always present.
    public let type: ReactionType?
    /// Names the reaction when its sticker is moved. Stickers from before that was possible have one too, but moving
    /// them is answered with 404.
    public let id: String?
    /// The emoji of a `custom` reaction.
    public let customEmoji: String?
    /// The image of a `sticker` reaction.
    public let sticker: Sticker?

    /// Creates one, for previews and tests.
    public init(
        handle: ChatHandle = ChatHandle(),
        isMe: Bool? = nil,
        type: ReactionType? = nil,
        id: String? = nil,
        customEmoji: String? = nil,
        sticker: Sticker? = nil
    ) {
        self.handle = handle
        self.isMe = isMe
        self.type = type
        self.id = id
        self.customEmoji = customEmoji
        self.sticker = sticker
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.handle = try container.decodeIfPresent(ChatHandle.self, forKey: .handle) ?? ChatHandle()
        self.isMe = try container.decodeIfPresent(Bool.self, forKey: .isMe)
        self.type = try container.decodeIfPresent(ReactionType.self, forKey: .type)
        self.id = try container.decodeIfPresent(String.self, forKey: .id)
        self.customEmoji = try container.decodeIfPresent(String.self, forKey: .customEmoji)
        self.sticker = try container.decodeIfPresent(Sticker.self, forKey: .sticker)
    }

    enum CodingKeys: String, CodingKey {
        case handle
        case isMe = "is_me"
        case type
        case id
        case customEmoji = "custom_emoji"
        case sticker
    }
}
