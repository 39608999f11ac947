// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where something was changed.
///
/// A value that this version does not know is kept as it came.
public struct AccountOrigin: OpenEnum {
    /// In the dashboard.
    public static let dashboard = AccountOrigin(rawValue: "dashboard")
    /// Through the API.
    public static let api = AccountOrigin(rawValue: "api")
    /// By Linq.
    public static let linq = AccountOrigin(rawValue: "linq")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
