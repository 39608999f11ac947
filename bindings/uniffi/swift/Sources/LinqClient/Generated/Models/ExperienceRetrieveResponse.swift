// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Something that renders within Linq's iMessage app.
public struct ExperienceRetrieveResponse: Codable, Hashable, Sendable {
    /// What it can do.
    public let actions: [ExperienceAction]?
    /// What it is called among people.
    public let displayName: String?
    /// What it is called in an ``ExperienceInvocation``.
    public let experience: String?

    /// Creates one, for previews and tests.
    public init(
        actions: [ExperienceAction]? = nil,
        displayName: String? = nil,
        experience: String? = nil
    ) {
        self.actions = actions
        self.displayName = displayName
        self.experience = experience
    }

    enum CodingKeys: String, CodingKey {
        case actions
        case displayName = "display_name"
        case experience
    }
}
