// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Something that an experience can do.
public struct ExperienceAction: Codable, Hashable, Sendable {
    /// The parameters that it takes, by name. Others are refused.
    public let fields: [String: ExperienceActionField]?
    /// What it is called in an ``ExperienceInvocation``.
    public let name: String?
    /// What it does, in words.
    public let summary: String?

    /// Creates one, for previews and tests.
    public init(
        fields: [String: ExperienceActionField]? = nil,
        name: String? = nil,
        summary: String? = nil
    ) {
        self.fields = fields
        self.name = name
        self.summary = summary
    }

    enum CodingKeys: String, CodingKey {
        case fields
        case name
        case summary
    }
}
