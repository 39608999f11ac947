// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How far a payment request got.
///
/// A value that this version does not know is kept as it came.
public struct PaymentRequestStatus: OpenEnum {
    /// Not paid yet.
    public static let requested = PaymentRequestStatus(rawValue: "requested")
    /// Authorised, but not taken yet.
    public static let authorized = PaymentRequestStatus(rawValue: "authorized")
    /// Paid; for a trial, the means of payment was given.
    public static let succeeded = PaymentRequestStatus(rawValue: "succeeded")
    /// Taken back.
    public static let canceled = PaymentRequestStatus(rawValue: "canceled")
    /// Not paid in time.
    public static let expired = PaymentRequestStatus(rawValue: "expired")
    /// Declined.
    public static let declined = PaymentRequestStatus(rawValue: "declined")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
