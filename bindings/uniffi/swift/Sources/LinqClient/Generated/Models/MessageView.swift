// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A message of an event, whichever version of the payload it came in.
///
/// What a version or an event does not have is `nil`.
public struct MessageView: Codable, Hashable, Sendable {
    /// The message's identifier.
    public let messageId: String?
    /// The chat that it is in.
    public let chatId: String?
    /// Whether that is a group.
    public let isGroup: Bool?
    /// Which way it went; absent where the payload does not say.
    public let direction: Direction?
    /// Who sent it.
    public let sender: ChatHandle?
    /// The sender's phone number (E.164) or e-mail address, or a short code.
    public let senderHandle: String?
    /// Your line's phone number.
    public let line: String?
    /// What it consists of, in order; empty under zero-day retention.
    public let parts: [MessagePart]
    /// The service that carried it.
    public let service: ServiceType?
    /// The service that it was asked to go over.
    public let preferredService: PreferredService?
    /// The iMessage effect that it plays.
    public let effect: MessageEffect?
    /// The message that it answers.
    public let replyTo: EventReplyTo?
    /// The key that you sent it with.
    public let idempotencyKey: String?
    /// When it was sent.
    public let sentAt: Date?
    /// When it was received, if it was. Only in version `2025-01-01`.
    public let receivedAt: Date?
    /// When it was delivered; absent before that.
    public let deliveredAt: Date?
    /// When it was read; absent before that.
    public let readAt: Date?
    /// When it was recovered, if it was not delivered live: do not answer it by yourself. Only in version `2026-02-03`.
    public let reconciledAt: Date?
    /// How well the conversation goes (beta). Only in version `2026-02-03`.
    public let healthStatus: HealthStatus?
    /// Whether the line is under zero-day retention. Only in version `2026-02-03`.
    public let zeroRetention: Bool?

    /// Creates one, for previews and tests.
    public init(
        messageId: String? = nil,
        chatId: String? = nil,
        isGroup: Bool? = nil,
        direction: Direction? = nil,
        sender: ChatHandle? = nil,
        senderHandle: String? = nil,
        line: String? = nil,
        parts: [MessagePart] = [],
        service: ServiceType? = nil,
        preferredService: PreferredService? = nil,
        effect: MessageEffect? = nil,
        replyTo: EventReplyTo? = nil,
        idempotencyKey: String? = nil,
        sentAt: Date? = nil,
        receivedAt: Date? = nil,
        deliveredAt: Date? = nil,
        readAt: Date? = nil,
        reconciledAt: Date? = nil,
        healthStatus: HealthStatus? = nil,
        zeroRetention: Bool? = nil
    ) {
        self.messageId = messageId
        self.chatId = chatId
        self.isGroup = isGroup
        self.direction = direction
        self.sender = sender
        self.senderHandle = senderHandle
        self.line = line
        self.parts = parts
        self.service = service
        self.preferredService = preferredService
        self.effect = effect
        self.replyTo = replyTo
        self.idempotencyKey = idempotencyKey
        self.sentAt = sentAt
        self.receivedAt = receivedAt
        self.deliveredAt = deliveredAt
        self.readAt = readAt
        self.reconciledAt = reconciledAt
        self.healthStatus = healthStatus
        self.zeroRetention = zeroRetention
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.messageId = try container.decodeIfPresent(String.self, forKey: .messageId)
        self.chatId = try container.decodeIfPresent(String.self, forKey: .chatId)
        self.isGroup = try container.decodeIfPresent(Bool.self, forKey: .isGroup)
        self.direction = try container.decodeIfPresent(Direction.self, forKey: .direction)
        self.sender = try container.decodeIfPresent(ChatHandle.self, forKey: .sender)
        self.senderHandle = try container.decodeIfPresent(String.self, forKey: .senderHandle)
        self.line = try container.decodeIfPresent(String.self, forKey: .line)
        self.parts = try container.decodeIfPresent([MessagePart].self, forKey: .parts) ?? []
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
        self.preferredService = try container.decodeIfPresent(PreferredService.self, forKey: .preferredService)
        self.effect = try container.decodeIfPresent(MessageEffect.self, forKey: .effect)
        self.replyTo = try container.decodeIfPresent(EventReplyTo.self, forKey: .replyTo)
        self.idempotencyKey = try container.decodeIfPresent(String.self, forKey: .idempotencyKey)
        self.sentAt = try container.decodeIfPresent(Date.self, forKey: .sentAt)
        self.receivedAt = try container.decodeIfPresent(Date.self, forKey: .receivedAt)
        self.deliveredAt = try container.decodeIfPresent(Date.self, forKey: .deliveredAt)
        self.readAt = try container.decodeIfPresent(Date.self, forKey: .readAt)
        self.reconciledAt = try container.decodeIfPresent(Date.self, forKey: .reconciledAt)
        self.healthStatus = try container.decodeIfPresent(HealthStatus.self, forKey: .healthStatus)
        self.zeroRetention = try container.decodeIfPresent(Bool.self, forKey: .zeroRetention)
    }

    enum CodingKeys: String, CodingKey {
        case messageId = "message_id"
        case chatId = "chat_id"
        case isGroup = "is_group"
        case direction
        case sender
        case senderHandle = "sender_handle"
        case line
        case parts
        case service
        case preferredService = "preferred_service"
        case effect
        case replyTo = "reply_to"
        case idempotencyKey = "idempotency_key"
        case sentAt = "sent_at"
        case receivedAt = "received_at"
        case deliveredAt = "delivered_at"
        case readAt = "read_at"
        case reconciledAt = "reconciled_at"
        case healthStatus = "health_status"
        case zeroRetention = "zero_retention"
    }
}
