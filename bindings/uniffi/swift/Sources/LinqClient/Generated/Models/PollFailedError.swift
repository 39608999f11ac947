// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Why a poll could not be sent.
public struct PollFailedError: Codable, Hashable, Sendable {
    /// One of 3007, 4001, 4002, and 4005 to 4008.
    public let code: Int
    /// The same in words.
    public let message: String

    enum CodingKeys: String, CodingKey {
        case code
        case message
    }
}
