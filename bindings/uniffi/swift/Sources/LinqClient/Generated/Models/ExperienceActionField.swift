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

    /// Creates one, for previews and tests.
    public init(
        max: Int? = nil,
        required: Bool? = nil,
        type: ExperienceFieldType? = nil
    ) {
        self.max = max
        self.required = required
        self.type = type
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.max = try container.decodeIntegerIfPresent(forKey: .max)
        self.required = try container.decodeIfPresent(Bool.self, forKey: .required)
        self.type = try container.decodeIfPresent(ExperienceFieldType.self, forKey: .type)
    }

    enum CodingKeys: String, CodingKey {
        case max
        case required
        case type
    }
}
