// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What kind of actor changed something.
///
/// A value that this version does not know is kept as it came.
public struct AccountActorKind: OpenEnum {
    /// Somebody of your team.
    public static let teamMember = AccountActorKind(rawValue: "team_member")
    /// A call of the API.
    public static let api = AccountActorKind(rawValue: "api")
    /// Linq.
    public static let system = AccountActorKind(rawValue: "system")
    /// Nobody knows.
    public static let unidentified = AccountActorKind(rawValue: "unknown")

    /// The value on the wire.
    public let rawValue: String

    /// The value that the wire calls this.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}
