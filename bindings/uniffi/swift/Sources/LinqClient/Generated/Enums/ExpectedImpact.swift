// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How much an action is likely to help.
///
/// A value that this version does not know is kept as it came.
public struct ExpectedImpact: OpenEnum {
    /// Much.
    public static let high = ExpectedImpact(rawValue: "high")
    /// Something.
    public static let medium = ExpectedImpact(rawValue: "medium")
    /// A little.
    public static let low = ExpectedImpact(rawValue: "low")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
