// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Whether a participant still takes part in a chat.
///
/// A value that this version does not know is kept as it came.
public struct ParticipantStatus: OpenEnum {
    /// They do.
    public static let active = ParticipantStatus(rawValue: "active")
    /// They left by themselves.
    public static let left = ParticipantStatus(rawValue: "left")
    /// Somebody removed them.
    public static let removed = ParticipantStatus(rawValue: "removed")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
