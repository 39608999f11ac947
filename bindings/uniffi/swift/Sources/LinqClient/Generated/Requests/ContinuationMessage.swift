// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What is sent instead of a message when its recipients have to be written to from another line than before: words
/// only.
public struct ContinuationMessage: Codable, Hashable, Sendable {
    /// The words.
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
