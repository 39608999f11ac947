// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How somebody reacted to a message.
///
/// A value that this version does not know is kept as it came.
public struct ReactionType: OpenEnum {
    /// A heart.
    public static let love = ReactionType(rawValue: "love")
    /// Thumbs up.
    public static let like = ReactionType(rawValue: "like")
    /// Thumbs down.
    public static let dislike = ReactionType(rawValue: "dislike")
    /// Ha ha.
    public static let laugh = ReactionType(rawValue: "laugh")
    /// Two exclamation marks.
    public static let emphasize = ReactionType(rawValue: "emphasize")
    /// A question mark.
    public static let question = ReactionType(rawValue: "question")
    /// An emoji of their choice.
    public static let custom = ReactionType(rawValue: "custom")
    /// An image stuck onto the message.
    public static let sticker = ReactionType(rawValue: "sticker")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
