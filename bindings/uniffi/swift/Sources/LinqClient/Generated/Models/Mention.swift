// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody named in a text.
public struct Mention: Codable, Hashable, Sendable {
    /// Their phone number (E.164) or e-mail address, as the device recorded it.
    ///
    /// Documented as always present.
    public let handle: String?
    /// Whether that is your line.
    ///
    /// Documented as always present.
    public let isMe: Bool?
    /// The characters that name them.
    ///
    /// Documented as always present.
    public let range: [Int]?

    /// Creates one, for previews and tests.
    public init(
        handle: String? = nil,
        isMe: Bool? = nil,
        range: [Int]? = nil
    ) {
        self.handle = handle
        self.isMe = isMe
        self.range = range
    }

    enum CodingKeys: String, CodingKey {
        case handle
        case isMe = "is_me"
        case range
    }
}
