// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Whether a line is in service.
///
/// A value that this version does not know is kept as it came.
public struct LineStatus: OpenEnum {
    /// It is.
    public static let active = LineStatus(rawValue: "ACTIVE")
    /// It has been flagged.
    public static let flagged = LineStatus(rawValue: "FLAGGED")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
