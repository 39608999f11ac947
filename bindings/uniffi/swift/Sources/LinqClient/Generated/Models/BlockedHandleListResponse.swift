// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Whom you have blocked.
public struct BlockedHandleListResponse: Codable, Hashable, Sendable {
    /// All blocked handles, the newest first.
    public let blockedHandles: [BlockedHandleEntry]

    enum CodingKeys: String, CodingKey {
        case blockedHandles = "blocked_handles"
    }
}
