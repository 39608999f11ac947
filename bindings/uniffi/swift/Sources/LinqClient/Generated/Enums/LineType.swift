// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What a line can send.
///
/// A property of the line that no conversation changes: an iMessage line can carry RCS and SMS conversations too.
///
/// A value that this version does not know is kept as it came.
public struct LineType: OpenEnum {
    /// iMessage, RCS and SMS.
    public static let iMessage = LineType(rawValue: "iMessage")
    /// RCS and SMS, never iMessage.
    public static let rcs = LineType(rawValue: "RCS")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
