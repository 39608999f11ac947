// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The reply to asking for a location, and to ending a share.
public struct LocationRequestResponse: Codable, Hashable, Sendable {
    /// What was done, in words.
    public let message: String
    /// Whether the request succeeded.
    public let success: Bool

    enum CodingKeys: String, CodingKey {
        case message
        case success
    }
}
