// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Why a line was chosen.
public struct FromSelection: Codable, Hashable, Sendable {
    /// The reason.
    public let reason: FromSelectionReason
    /// Whether a chat that was there before is used.
    public let reusedExistingChat: Bool

    enum CodingKeys: String, CodingKey {
        case reason
        case reusedExistingChat = "reused_existing_chat"
    }
}
