// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Something to vote for.
public struct PollOption: Codable, Hashable, Sendable {
    /// What it says.
    public var text: String

    /// Creates one of its fields.
    public init(
        text: String
    ) {
        self.text = text
    }

    enum CodingKeys: String, CodingKey {
        case text
    }
}
