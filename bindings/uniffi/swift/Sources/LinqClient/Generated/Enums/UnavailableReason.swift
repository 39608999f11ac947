// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Why a service does not reach somebody.
///
/// A value that this version does not know is kept as it came.
public struct UnavailableReason: OpenEnum {
    /// The check was made, and they do not have the service.
    public static let notSupported = UnavailableReason(rawValue: "not_supported")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
