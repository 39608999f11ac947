// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody named in a text.
public struct Mention: Codable, Hashable, Sendable {
    /// Their phone number (E.164) or e-mail address, as the device recorded it.
    public let handle: String
    /// Whether that is your line.
    public let isMe: Bool
    /// The characters that name them.
    public let range: [Int]

    enum CodingKeys: String, CodingKey {
        case handle
        case isMe = "is_me"
        case range
    }
}
