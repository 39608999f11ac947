// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Whom you have blocked.
public struct BlockedHandleListResponse: Codable, Hashable, Sendable {
    /// All blocked handles, the newest first.
    public let blockedHandles: [BlockedHandleEntry]

    /// Creates one, for previews and tests.
    public init(
        blockedHandles: [BlockedHandleEntry]
    ) {
        self.blockedHandles = blockedHandles
    }

    enum CodingKeys: String, CodingKey {
        case blockedHandles = "blocked_handles"
    }
}
