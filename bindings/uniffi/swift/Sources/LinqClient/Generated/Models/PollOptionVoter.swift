// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A vote.
public struct PollOptionVoter: Codable, Hashable, Sendable {
    /// Who voted: a phone number (E.164) or an e-mail address.
    public let handle: String
    /// When.
    public let votedAt: Date

    enum CodingKeys: String, CodingKey {
        case handle
        case votedAt = "voted_at"
    }
}
