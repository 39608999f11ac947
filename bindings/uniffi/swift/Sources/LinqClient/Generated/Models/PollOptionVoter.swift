// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A vote.
public struct PollOptionVoter: Codable, Hashable, Sendable {
    /// Who voted: a phone number (E.164) or an e-mail address.
    ///
    /// Documented as always present.
    public let handle: String?
    /// When.
    ///
    /// Documented as always present.
    public let votedAt: Date?

    /// Creates one, for previews and tests.
    public init(
        handle: String? = nil,
        votedAt: Date? = nil
    ) {
        self.handle = handle
        self.votedAt = votedAt
    }

    enum CodingKeys: String, CodingKey {
        case handle
        case votedAt = "voted_at"
    }
}
