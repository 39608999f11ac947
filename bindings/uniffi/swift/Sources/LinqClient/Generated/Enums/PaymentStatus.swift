// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How far a payment got.
///
/// A value that this version does not know is kept as it came.
public struct PaymentStatus: OpenEnum {
    /// The customer has to be connected first: see `linq.paymentHandles`.
    public static let needsConnection = PaymentStatus(rawValue: "needs_connection")
    /// The customer is being connected.
    public static let connecting = PaymentStatus(rawValue: "connecting")
    /// The customer has to add a card or approve the charge.
    public static let awaitingUserAction = PaymentStatus(rawValue: "awaiting_user_action")
    /// The card is there to be used.
    public static let ready = PaymentStatus(rawValue: "ready")
    /// The merchant has authorised the charge.
    public static let authorized = PaymentStatus(rawValue: "authorized")
    /// It was paid.
    public static let succeeded = PaymentStatus(rawValue: "succeeded")
    /// It was declined.
    public static let declined = PaymentStatus(rawValue: "declined")
    /// It was cancelled.
    public static let canceled = PaymentStatus(rawValue: "canceled")
    /// It was not used in time.
    public static let expired = PaymentStatus(rawValue: "expired")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
