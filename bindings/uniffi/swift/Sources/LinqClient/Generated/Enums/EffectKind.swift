// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where an effect plays.
///
/// A value that this version does not know is kept as it came.
public struct EffectKind: OpenEnum {
    /// All over the screen.
    public static let screen = EffectKind(rawValue: "screen")
    /// On the message's own bubble.
    public static let bubble = EffectKind(rawValue: "bubble")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
