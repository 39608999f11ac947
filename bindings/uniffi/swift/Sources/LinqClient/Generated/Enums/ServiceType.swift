// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The service that carries a message or a conversation.
///
/// A message's own service may differ from its chat's, since single messages can be downgraded.
///
/// A value that this version does not know is kept as it came.
public struct ServiceType: OpenEnum {
    /// Apple's iMessage.
    public static let iMessage = ServiceType(rawValue: "iMessage")
    /// SMS, and MMS for media and groups.
    public static let sms = ServiceType(rawValue: "SMS")
    /// Rich Communication Services.
    public static let rcs = ServiceType(rawValue: "RCS")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
