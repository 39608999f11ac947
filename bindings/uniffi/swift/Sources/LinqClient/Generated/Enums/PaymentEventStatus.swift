// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What became of a payment request.
///
/// A value that this version does not know is kept as it came.
public struct PaymentEventStatus: OpenEnum {
    /// It was paid.
    public static let succeeded = PaymentEventStatus(rawValue: "succeeded")
    /// The payment failed.
    public static let failed = PaymentEventStatus(rawValue: "failed")
    /// It was called off.
    public static let canceled = PaymentEventStatus(rawValue: "canceled")
    /// It ran out.
    public static let expired = PaymentEventStatus(rawValue: "expired")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
