// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A URL, shown as a card with the page's title and picture. It is the only part of its message, and not in the first
/// message of a chat.
///
/// For a URL without a card, write it in a ``OutgoingText``.
public struct OutgoingLink: Codable, Hashable, Sendable {
    /// The URL: `https://` or `http://`, at most 2,048 characters.
    public var value: PrivateText

    /// Creates one of its fields.
    public init(
        value: String
    ) {
        self.value = PrivateText(value)
    }

    enum CodingKeys: String, CodingKey {
        case value
    }
}
