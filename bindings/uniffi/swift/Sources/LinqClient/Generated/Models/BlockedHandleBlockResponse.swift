// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The reply to blocking somebody.
public struct BlockedHandleBlockResponse: Codable, Hashable, Sendable {
    /// The blocked handle; what was there before, if it was blocked already.
    public let blockedHandle: BlockedHandleEntry

    /// Creates one, for previews and tests.
    public init(
        blockedHandle: BlockedHandleEntry
    ) {
        self.blockedHandle = blockedHandle
    }

    enum CodingKeys: String, CodingKey {
        case blockedHandle = "blocked_handle"
    }
}
