// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What a message does on the recipient's screen as it arrives (iMessage only), one a message.
public struct Effect: Codable, Hashable, Sendable {
    /// Where it plays.
    public var type: EffectKind?
    /// What it is called, such as `confetti`.
    public var name: String?

    /// Creates one of its fields.
    public init(
        type: EffectKind? = nil,
        name: String? = nil
    ) {
        self.type = type
        self.name = name
    }

    enum CodingKeys: String, CodingKey {
        case type
        case name
    }
}
