// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How well a conversation goes, in one word.
///
/// A value that this version does not know is kept as it came.
public struct ChatHealth: OpenEnum {
    /// Nothing is wrong. Chats start here.
    public static let healthy = ChatHealth(rawValue: "HEALTHY")
    /// Signs of low engagement or bad delivery.
    public static let atRisk = ChatHealth(rawValue: "AT_RISK")
    /// Strong signs of that.
    public static let critical = ChatHealth(rawValue: "CRITICAL")
    /// The recipient sent an opt-out word, such as `STOP`, in this chat.
    ///
    /// Until they write again, sends to them are refused with code 2024 in all of your chats and on all of your lines,
    /// whatever the other chats' status says. Groups are never opted out.
    public static let optedOut = ChatHealth(rawValue: "OPTED_OUT")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
