// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A message could not be sent. Rarely, it is delivered after all, and a `message.delivered` follows.
public struct MessageFailedData: Codable, Hashable, Sendable {
    /// Why: 3007, 4001, 4002, or 4005 to 4008.
    ///
    /// Documented as always present.
    public let code: Int?
    /// When that was noticed.
    ///
    /// Documented as always present.
    public let failedAt: Date?
    /// The chat.
    public let chatId: String?
    /// The kind of failure within `code`: for logs and Linq's support. The numbers are not documented and change.
    public let detailCode: Int?
    /// The message.
    public let messageId: String?
    /// The service that it was asked to go over.
    public let preferredService: PreferredService?
    /// Why, in words.
    public let reason: String?
    /// The service that it was tried on.
    public let service: ServiceType?

    /// Creates one, for previews and tests.
    public init(
        code: Int? = nil,
        failedAt: Date? = nil,
        chatId: String? = nil,
        detailCode: Int? = nil,
        messageId: String? = nil,
        preferredService: PreferredService? = nil,
        reason: String? = nil,
        service: ServiceType? = nil
    ) {
        self.code = code
        self.failedAt = failedAt
        self.chatId = chatId
        self.detailCode = detailCode
        self.messageId = messageId
        self.preferredService = preferredService
        self.reason = reason
        self.service = service
    }

    enum CodingKeys: String, CodingKey {
        case code
        case failedAt = "failed_at"
        case chatId = "chat_id"
        case detailCode = "detail_code"
        case messageId = "message_id"
        case preferredService = "preferred_service"
        case reason
        case service
    }
}
