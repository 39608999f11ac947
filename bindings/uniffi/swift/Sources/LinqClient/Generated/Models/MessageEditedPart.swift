// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The edited part of a message.
public struct MessageEditedPart: Codable, Hashable, Sendable {
    /// Which part, counted from 0.
    ///
    /// Documented as always present.
    public let index: Int?
    /// Its text now.
    ///
    /// Documented as always present.
    public let text: String?

    /// Creates one, for previews and tests.
    public init(
        index: Int? = nil,
        text: String? = nil
    ) {
        self.index = index
        self.text = text
    }

    enum CodingKeys: String, CodingKey {
        case index
        case text
    }
}
