// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The edited part of a message.
public struct MessageEditedPart: Codable, Hashable, Sendable {
    /// Which part, counted from 0.
    public let index: Int
    /// Its text now.
    public let text: String

    enum CodingKeys: String, CodingKey {
        case index
        case text
    }
}
