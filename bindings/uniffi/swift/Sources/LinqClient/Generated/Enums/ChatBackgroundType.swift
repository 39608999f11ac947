// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The kind of a chat's background.
///
/// A value that this version does not know is kept as it came.
public struct ChatBackgroundType: OpenEnum {
    /// A colour, or a gradient between two.
    public static let color = ChatBackgroundType(rawValue: "color")
    /// An animation.
    public static let dynamic = ChatBackgroundType(rawValue: "dynamic")
    /// A photo.
    public static let photo = ChatBackgroundType(rawValue: "photo")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
