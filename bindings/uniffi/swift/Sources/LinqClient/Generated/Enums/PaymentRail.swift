// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What carries the money of a payment request.
///
/// A value that this version does not know is kept as it came.
public struct PaymentRail: OpenEnum {
    /// Your own Stripe account.
    public static let stripe = PaymentRail(rawValue: "stripe")
    /// The Natural wallet.
    public static let natural = PaymentRail(rawValue: "natural")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
