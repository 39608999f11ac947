// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where a sticker is on a message, how large and how turned. What is absent stays as it is, or is in the middle, of
/// the usual size and upright on a new sticker.
public struct StickerPlacement: Codable, Hashable, Sendable {
    /// Clockwise, in degrees.
    public var rotation: Double?
    /// How large: 0.05 to 2.5, and what is beyond counts as that. The usual is 1 for an image and 0.5 for an emoji.
    public var scale: Double?
    /// From -1, far left, to 1, far right.
    public var x: Double?
    /// From -1, at the top, to 1, at the bottom.
    public var y: Double?

    /// Creates one of its fields.
    public init(
        rotation: Double? = nil,
        scale: Double? = nil,
        x: Double? = nil,
        y: Double? = nil
    ) {
        self.rotation = rotation
        self.scale = scale
        self.x = x
        self.y = y
    }

    enum CodingKeys: String, CodingKey {
        case rotation
        case scale
        case x
        case y
    }
}
