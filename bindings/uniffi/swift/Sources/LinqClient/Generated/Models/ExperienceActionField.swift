// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A parameter of an action.
public struct ExperienceActionField: Codable, Hashable, Sendable {
    /// The most characters that a text may have.
    public let max: Int?
    /// Whether it has to be given.
    public let required: Bool?
    /// What it takes.
    public let type: ExperienceFieldType?

    enum CodingKeys: String, CodingKey {
        case max
        case required
        case type
    }
}
