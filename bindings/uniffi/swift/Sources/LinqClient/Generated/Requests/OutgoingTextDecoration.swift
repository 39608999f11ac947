// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A style or an animation of some words of a text part (iMessage only; over RCS and SMS the text arrives without it).
public struct OutgoingTextDecoration: Codable, Hashable, Sendable {
    /// Which words.
    public var range: [Int]
    /// How they look. Ranges with styles may overlap each other.
    public var style: TextStyle?
    /// How they move, instead of `style`. A range with an animation overlaps no other.
    public var animation: TextAnimation?

    /// Creates one of its fields.
    public init(
        range: [Int],
        style: TextStyle? = nil,
        animation: TextAnimation? = nil
    ) {
        self.range = range
        self.style = style
        self.animation = animation
    }

    enum CodingKeys: String, CodingKey {
        case range
        case style
        case animation
    }
}
