// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A message, as version `2025-01-01` puts it.
public struct LegacyMessageEvent: Codable, Hashable, Sendable {
    /// The chat that it is in.
    public let chatId: String?
    /// Whether that is a group.
    public let isGroup: Bool?
    /// The key that you sent it with.
    public let idempotencyKey: String?
    /// The sender's handle.
    public let from: String?
    /// Who sent it.
    public let fromHandle: ChatHandle?
    /// The message itself.
    public let message: LegacyMessagePayload?
    /// The message's identifier, in `message.read` and `message.delivered`.
    public let messageId: String?
    /// The recipient's phone number.
    public let recipientPhone: String?
    /// Who it was for.
    public let recipientHandle: ChatHandle?
    /// Whether you sent it.
    public let isFromMe: Bool?
    /// When it was received.
    public let receivedAt: Date?
    /// When it was read, in `message.read`.
    public let readAt: Date?
    /// When it was delivered, in `message.delivered`.
    public let deliveredAt: Date?
    /// The service that carried it.
    public let service: ServiceType?
    /// The service that it was asked to go over.
    public let preferredService: PreferredService?

    /// Creates one, for previews and tests.
    public init(
        chatId: String? = nil,
        isGroup: Bool? = nil,
        idempotencyKey: String? = nil,
        from: String? = nil,
        fromHandle: ChatHandle? = nil,
        message: LegacyMessagePayload? = nil,
        messageId: String? = nil,
        recipientPhone: String? = nil,
        recipientHandle: ChatHandle? = nil,
        isFromMe: Bool? = nil,
        receivedAt: Date? = nil,
        readAt: Date? = nil,
        deliveredAt: Date? = nil,
        service: ServiceType? = nil,
        preferredService: PreferredService? = nil
    ) {
        self.chatId = chatId
        self.isGroup = isGroup
        self.idempotencyKey = idempotencyKey
        self.from = from
        self.fromHandle = fromHandle
        self.message = message
        self.messageId = messageId
        self.recipientPhone = recipientPhone
        self.recipientHandle = recipientHandle
        self.isFromMe = isFromMe
        self.receivedAt = receivedAt
        self.readAt = readAt
        self.deliveredAt = deliveredAt
        self.service = service
        self.preferredService = preferredService
    }

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case isGroup = "is_group"
        case idempotencyKey = "idempotency_key"
        case from
        case fromHandle = "from_handle"
        case message
        case messageId = "message_id"
        case recipientPhone = "recipient_phone"
        case recipientHandle = "recipient_handle"
        case isFromMe = "is_from_me"
        case receivedAt = "received_at"
        case readAt = "read_at"
        case deliveredAt = "delivered_at"
        case service
        case preferredService = "preferred_service"
    }
}
