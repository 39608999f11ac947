// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How far a customer's connection got.
///
/// A value that this version does not know is kept as it came.
public struct PaymentConnectionStatus: OpenEnum {
    /// There is none.
    public static let notConnected = PaymentConnectionStatus(rawValue: "not_connected")
    /// The customer has yet to consent.
    public static let pending = PaymentConnectionStatus(rawValue: "pending")
    /// The agent can pay for them.
    public static let connected = PaymentConnectionStatus(rawValue: "connected")
    /// It was taken back.
    public static let revoked = PaymentConnectionStatus(rawValue: "revoked")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
