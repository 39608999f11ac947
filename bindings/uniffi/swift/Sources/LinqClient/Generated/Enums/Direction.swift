// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Which way a message went.
///
/// A value that this version does not know is kept as it came.
public struct Direction: OpenEnum {
    /// To you.
    public static let inbound = Direction(rawValue: "inbound")
    /// From you.
    public static let outbound = Direction(rawValue: "outbound")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
