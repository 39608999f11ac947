// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Why a line was chosen to send a message.
///
/// A value that this version does not know is kept as it came.
public struct FromSelectionReason: OpenEnum {
    /// The recipients have a chat on it, and it can send.
    public static let reusedActiveChat = FromSelectionReason(rawValue: "reused_active_chat")
    /// The recipients have no chat yet, and it is the best one.
    public static let newBestNumber = FromSelectionReason(rawValue: "new_best_number")
    /// The recipients' chats are on lines that cannot send, so a new one was started on it.
    public static let failoverFlagged = FromSelectionReason(rawValue: "failover_flagged")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
