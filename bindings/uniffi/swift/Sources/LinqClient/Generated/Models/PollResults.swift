// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How the vote stands.
public struct PollResults: Codable, Hashable, Sendable {
    /// The options.
    public let options: [PollResultOption]
    /// How many people voted, each counted once.
    public let totalVoters: Int

    enum CodingKeys: String, CodingKey {
        case options
        case totalVoters = "total_voters"
    }
}
