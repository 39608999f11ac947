// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A group's name or icon, or a chat's background, could not be changed.
public struct ChatChangeFailedData: Codable, Hashable, Sendable {
    /// The chat.
    ///
    /// Documented as always present.
    public let chatId: String?
    /// Why: 3007 or 4001; for a background 1005, 2011, 4001 or 5002.
    ///
    /// Documented as always present.
    public let errorCode: Int?
    /// When that was noticed.
    ///
    /// Documented as always present.
    public let failedAt: Date?

    /// Creates one, for previews and tests.
    public init(
        chatId: String? = nil,
        errorCode: Int? = nil,
        failedAt: Date? = nil
    ) {
        self.chatId = chatId
        self.errorCode = errorCode
        self.failedAt = failedAt
    }

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case errorCode = "error_code"
        case failedAt = "failed_at"
    }
}
