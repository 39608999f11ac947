// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What a parameter of an experience's action takes.
///
/// A value that this version does not know is kept as it came.
public struct ExperienceFieldType: OpenEnum {
    /// Text.
    public static let string = ExperienceFieldType(rawValue: "string")
    /// An amount of money in its smallest unit.
    public static let cents = ExperienceFieldType(rawValue: "cents")
    /// A whole number.
    public static let int = ExperienceFieldType(rawValue: "int")
    /// An absolute `https` URL.
    public static let url = ExperienceFieldType(rawValue: "url")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
