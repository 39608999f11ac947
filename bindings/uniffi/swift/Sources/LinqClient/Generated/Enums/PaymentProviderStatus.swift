// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How far your account at a payment provider is.
///
/// A value that this version does not know is kept as it came.
public struct PaymentProviderStatus: OpenEnum {
    /// It is being set up.
    public static let onboarding = PaymentProviderStatus(rawValue: "onboarding")
    /// It can be used.
    public static let ready = PaymentProviderStatus(rawValue: "ready")
    /// It cannot be used.
    public static let disabled = PaymentProviderStatus(rawValue: "disabled")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
