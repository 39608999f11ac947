// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Why a line was chosen.
public struct FromSelection: Codable, Hashable, Sendable {
    /// The reason.
    ///
    /// Documented as always present.
    public let reason: FromSelectionReason?
    /// Whether a chat that was there before is used.
    ///
    /// Documented as always present.
    public let reusedExistingChat: Bool?

    /// Creates one, for previews and tests.
    public init(
        reason: FromSelectionReason? = nil,
        reusedExistingChat: Bool? = nil
    ) {
        self.reason = reason
        self.reusedExistingChat = reusedExistingChat
    }

    enum CodingKeys: String, CodingKey {
        case reason
        case reusedExistingChat = "reused_existing_chat"
    }
}
