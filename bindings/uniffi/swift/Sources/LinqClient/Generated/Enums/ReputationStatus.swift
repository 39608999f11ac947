// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How a line is regarded, in one word.
///
/// A value that this version does not know is kept as it came.
public struct ReputationStatus: OpenEnum {
    /// Nothing is wrong, or the line has not been scored yet.
    public static let healthy = ReputationStatus(rawValue: "HEALTHY")
    /// Low engagement in many chats, or too many new ones in a day: send more slowly.
    public static let atRisk = ReputationStatus(rawValue: "AT_RISK")
    /// Messages are not landing: pause sending until the line recovers.
    public static let critical = ReputationStatus(rawValue: "CRITICAL")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
