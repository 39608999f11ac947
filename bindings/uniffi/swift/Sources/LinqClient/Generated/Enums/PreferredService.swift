// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The service that a message was asked to go over.
///
/// A value that this version does not know is kept as it came.
public struct PreferredService: OpenEnum {
    /// iMessage only, without a fallback.
    public static let iMessage = PreferredService(rawValue: "iMessage")
    /// RCS if possible, else SMS; never iMessage.
    public static let sms = PreferredService(rawValue: "SMS")
    /// RCS if possible, else SMS; never iMessage.
    public static let rcs = PreferredService(rawValue: "RCS")
    /// Nothing was asked for: iMessage, then RCS, then SMS.
    public static let auto = PreferredService(rawValue: "auto")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
