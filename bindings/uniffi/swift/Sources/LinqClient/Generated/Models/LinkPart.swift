// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A link with a preview.
public struct LinkPart: Codable, Hashable, Sendable {
    /// The address that it opens.
    ///
    /// Documented as always present.
    public let value: String?
    /// Reactions to this part; never in events.
    public let reactions: [Reaction]?

    /// Creates one, for previews and tests.
    public init(
        value: String? = nil,
        reactions: [Reaction]? = nil
    ) {
        self.value = value
        self.reactions = reactions
    }

    enum CodingKeys: String, CodingKey {
        case value
        case reactions
    }
}
