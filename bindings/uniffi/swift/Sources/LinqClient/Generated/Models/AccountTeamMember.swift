// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A member of your team.
public struct AccountTeamMember: Codable, Hashable, Sendable {
    /// The member's user id.
    ///
    /// Documented as always present.
    public let id: String?
    /// The member's name, if there is one.
    public let name: String?
    /// The role that the member joined with, in `team_member.added`.
    public let role: TeamRole?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        name: String? = nil,
        role: TeamRole? = nil
    ) {
        self.id = id
        self.name = name
        self.role = role
    }

    enum CodingKeys: String, CodingKey {
        case id
        case name
        case role
    }
}
