// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What a team member may do.
///
/// A value that this version does not know is kept as it came.
public struct TeamRole: OpenEnum {
    /// Everything.
    public static let admin = TeamRole(rawValue: "admin")
    /// A manager.
    public static let manager = TeamRole(rawValue: "manager")
    /// A member.
    public static let member = TeamRole(rawValue: "member")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
