// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A link with a preview.
public struct LinkPart: Codable, Hashable, Sendable {
    /// The address that it opens.
    public let value: String
    /// Reactions to this part; never in events.
    public let reactions: [Reaction]?

    enum CodingKeys: String, CodingKey {
        case value
        case reactions
    }
}
