// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// How the vote stands.
public struct PollResults: Codable, Hashable, Sendable {
    /// The options.
    public let options: [PollResultOption]
    /// How many people voted, each counted once.
    ///
    /// Documented as always present.
    public let totalVoters: Int?

    /// Creates one, for previews and tests.
    public init(
        options: [PollResultOption] = [],
        totalVoters: Int? = nil
    ) {
        self.options = options
        self.totalVoters = totalVoters
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.options = try container.decodeIfPresent([PollResultOption].self, forKey: .options) ?? []
        self.totalVoters = try container.decodeIntegerIfPresent(forKey: .totalVoters)
    }

    enum CodingKeys: String, CodingKey {
        case options
        case totalVoters = "total_voters"
    }
}
