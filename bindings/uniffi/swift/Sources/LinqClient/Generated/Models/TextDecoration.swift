// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A style or an animation of some words of a text part (iMessage only; over RCS and SMS the text arrives without it).
public struct TextDecoration: Codable, Hashable, Sendable {
    /// Which words.
    ///
    /// Documented as always present.
    public let range: [Int]?
    /// How they look. Ranges with styles may overlap each other.
    public let style: TextStyle?
    /// How they move, instead of `style`. A range with an animation overlaps no other.
    public let animation: TextAnimation?

    /// Creates one, for previews and tests.
    public init(
        range: [Int]? = nil,
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
