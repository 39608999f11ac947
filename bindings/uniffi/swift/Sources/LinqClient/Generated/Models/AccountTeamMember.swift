// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A member of your team.
public struct AccountTeamMember: Codable, Hashable, Sendable {
    /// The member's user id.
    public let id: String
    /// The member's name, if there is one.
    public let name: String?
    /// The role that the member joined with, in `team_member.added`.
    public let role: TeamRole?

    enum CodingKeys: String, CodingKey {
        case id
        case name
        case role
    }
}
