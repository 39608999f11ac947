// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The iMessage effect that a message plays.
public struct MessageEffect: Codable, Hashable, Sendable {
    /// Such as `confetti` or `slam`.
    public let name: String?
    /// Whether it fills the screen or moves the bubble.
    public let type: EffectKind?

    /// Creates one, for previews and tests.
    public init(
        name: String? = nil,
        type: EffectKind? = nil
    ) {
        self.name = name
        self.type = type
    }

    enum CodingKeys: String, CodingKey {
        case name
        case type
    }
}
