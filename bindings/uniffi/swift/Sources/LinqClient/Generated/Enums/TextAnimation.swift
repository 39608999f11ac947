// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How words move.
///
/// A value that this version does not know is kept as it came.
public struct TextAnimation: OpenEnum {
    /// The words grow.
    public static let big = TextAnimation(rawValue: "big")
    /// The words shrink.
    public static let small = TextAnimation(rawValue: "small")
    /// The words shake from side to side.
    public static let shake = TextAnimation(rawValue: "shake")
    /// The words nod up and down.
    public static let nod = TextAnimation(rawValue: "nod")
    /// The letters burst apart.
    public static let explode = TextAnimation(rawValue: "explode")
    /// A wave runs through the letters.
    public static let ripple = TextAnimation(rawValue: "ripple")
    /// The letters bloom one after the other.
    public static let bloom = TextAnimation(rawValue: "bloom")
    /// The letters jitter on the spot.
    public static let jitter = TextAnimation(rawValue: "jitter")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
