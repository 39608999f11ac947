// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Why a poll could not be sent.
public struct PollFailedError: Codable, Hashable, Sendable {
    /// One of 3007, 4001, 4002, and 4005 to 4008.
    ///
    /// Documented as always present.
    public let code: Int?
    /// The same in words.
    ///
    /// Documented as always present.
    public let message: String?

    /// Creates one, for previews and tests.
    public init(
        code: Int? = nil,
        message: String? = nil
    ) {
        self.code = code
        self.message = message
    }

    enum CodingKeys: String, CodingKey {
        case code
        case message
    }
}
