// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Whether to give something, a reaction or a vote, or to take it back.
///
/// A value that this version does not know is kept as it came.
public struct AddOrRemove: OpenEnum {
    /// Give it.
    public static let add = AddOrRemove(rawValue: "add")
    /// Take it back.
    public static let remove = AddOrRemove(rawValue: "remove")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
