// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A blocked handle.
public struct BlockedHandleEntry: Codable, Hashable, Sendable {
    /// When it was blocked.
    ///
    /// Documented as always present.
    public let blockedAt: Date?
    /// A phone number (E.164), an e-mail address in lower case, a short code or a sender's name.
    public let handle: String
    /// The note that was left when it was blocked.
    public let reason: String?

    /// Creates one, for previews and tests.
    public init(
        handle: String,
        blockedAt: Date? = nil,
        reason: String? = nil
    ) {
        self.blockedAt = blockedAt
        self.handle = handle
        self.reason = reason
    }

    enum CodingKeys: String, CodingKey {
        case blockedAt = "blocked_at"
        case handle
        case reason
    }
}
