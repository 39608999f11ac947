// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The conversations behind a report.
public struct ReputationEvidence: Codable, Hashable, Sendable {
    /// Chats that went on after the recipient had opted out, the worst first.
    public let optOutChats: [ReputationOptOutChat]?
    /// Chats that do not go well, the worst first, at most 15.
    public let unhealthyChats: [ReputationUnhealthyChat]?

    /// Creates one, for previews and tests.
    public init(
        optOutChats: [ReputationOptOutChat]? = nil,
        unhealthyChats: [ReputationUnhealthyChat]? = nil
    ) {
        self.optOutChats = optOutChats
        self.unhealthyChats = unhealthyChats
    }

    enum CodingKeys: String, CodingKey {
        case optOutChats = "opt_out_chats"
        case unhealthyChats = "unhealthy_chats"
    }
}
