// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The animation of a chat's background.
///
/// A value that this version does not know is kept as it came.
public struct ChatBackgroundStyle: OpenEnum {
    /// A sky.
    public static let sky = ChatBackgroundStyle(rawValue: "sky")
    /// Water.
    public static let water = ChatBackgroundStyle(rawValue: "water")
    /// Northern lights.
    public static let aurora = ChatBackgroundStyle(rawValue: "aurora")
    /// Glitter: seen on chats, but not to be set.
    public static let glitter = ChatBackgroundStyle(rawValue: "glitter")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
