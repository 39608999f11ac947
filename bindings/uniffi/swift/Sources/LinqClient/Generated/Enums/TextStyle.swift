// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How words look.
///
/// A value that this version does not know is kept as it came.
public struct TextStyle: OpenEnum {
    /// Heavier letters.
    public static let bold = TextStyle(rawValue: "bold")
    /// Slanted letters.
    public static let italic = TextStyle(rawValue: "italic")
    /// A line through the words.
    public static let strikethrough = TextStyle(rawValue: "strikethrough")
    /// A line under the words.
    public static let underline = TextStyle(rawValue: "underline")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
