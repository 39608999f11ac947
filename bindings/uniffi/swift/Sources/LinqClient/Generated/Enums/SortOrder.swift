// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Which items of a list come first.
///
/// A value that this version does not know is kept as it came.
public struct SortOrder: OpenEnum {
    /// The oldest.
    public static let ascending = SortOrder(rawValue: "asc")
    /// The newest.
    public static let descending = SortOrder(rawValue: "desc")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
