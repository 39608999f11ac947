// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Whether a recipient pays once or subscribes.
///
/// A value that this version does not know is kept as it came.
public struct PaymentMode: OpenEnum {
    /// They pay once.
    public static let payment = PaymentMode(rawValue: "payment")
    /// They pay again and again, by a recurring price of your Stripe account.
    public static let subscription = PaymentMode(rawValue: "subscription")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
