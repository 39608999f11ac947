// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The unit of a subscription's interval.
///
/// A value that this version does not know is kept as it came.
public struct PaymentInterval: OpenEnum {
    /// Days.
    public static let day = PaymentInterval(rawValue: "day")
    /// Weeks.
    public static let week = PaymentInterval(rawValue: "week")
    /// Months.
    public static let month = PaymentInterval(rawValue: "month")
    /// Years.
    public static let year = PaymentInterval(rawValue: "year")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
