// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Who changed something on the account. Only a team member is named.
public struct AccountActor: Codable, Hashable, Sendable {
    /// What they are.
    ///
    /// Documented as always present.
    public let type: AccountActorKind?
    /// The team member's user id.
    public let id: String?
    /// The team member's e-mail address.
    public let email: String?
    /// The team member's name.
    public let name: String?

    /// Creates one, for previews and tests.
    public init(
        type: AccountActorKind? = nil,
        id: String? = nil,
        email: String? = nil,
        name: String? = nil
    ) {
        self.type = type
        self.id = id
        self.email = email
        self.name = name
    }

    enum CodingKeys: String, CodingKey {
        case type
        case id
        case email
        case name
    }
}
