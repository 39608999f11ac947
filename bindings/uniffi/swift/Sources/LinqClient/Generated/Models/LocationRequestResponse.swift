// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The reply to asking for a location, and to ending a share.
public struct LocationRequestResponse: Codable, Hashable, Sendable {
    /// What was done, in words.
    ///
    /// Documented as always present.
    public let message: String?
    /// Whether the request succeeded.
    ///
    /// Documented as always present.
    public let success: Bool?

    /// Creates one, for previews and tests.
    public init(
        message: String? = nil,
        success: Bool? = nil
    ) {
        self.message = message
        self.success = success
    }

    enum CodingKeys: String, CodingKey {
        case message
        case success
    }
}
