// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How a team member signed in.
///
/// A value that this version does not know is kept as it came.
public struct SignInMethod: OpenEnum {
    /// With a code that was sent by e-mail or text message.
    public static let code = SignInMethod(rawValue: "code")
    /// With the company's single sign-on.
    public static let sso = SignInMethod(rawValue: "sso")
    /// With a Google account.
    public static let google = SignInMethod(rawValue: "google")
    /// With an Apple account.
    public static let apple = SignInMethod(rawValue: "apple")
    /// Through `linkedin.com`.
    public static let linkedIn = SignInMethod(rawValue: "linkedin")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
