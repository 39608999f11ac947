// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What your account can have rendered within Linq's iMessage app.
public struct ExperienceListResponse: Codable, Hashable, Sendable {
    /// The experiences.
    public let experiences: [ExperienceRetrieveResponse]?

    /// Creates one, for previews and tests.
    public init(
        experiences: [ExperienceRetrieveResponse]? = nil
    ) {
        self.experiences = experiences
    }

    enum CodingKeys: String, CodingKey {
        case experiences
    }
}
