// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A message, as version `2026-02-03` puts it.
///
/// How far it got shows in the times: `sent_at` is always there, `delivered_at` from `message.delivered` on, `read_at`
/// with `message.read`.
public struct MessageEventData: Codable, Hashable, Sendable {
    /// The message's identifier.
    ///
    /// Documented as always present.
    public let id: String?
    /// The chat that it is in.
    public let chat: MessageEventChat
    /// Which way it went.
    ///
    /// Documented as always present.
    public let direction: Direction?
    /// What it consists of, in order; empty under zero-day retention.
    public let parts: [MessagePart]
    /// Who sent it.
    public let senderHandle: ChatHandle
    /// The service that carried it.
    ///
    /// Documented as always present.
    public let service: ServiceType?
    /// When it was delivered; absent before that.
    public let deliveredAt: Date?
    /// The iMessage effect that it plays.
    public let effect: MessageEffect?
    /// The key that you sent it with.
    public let idempotencyKey: String?
    /// The service that it was asked to go over.
    public let preferredService: PreferredService?
    /// When it was read; absent before that.
    public let readAt: Date?
    /// When it was recovered, if it was not delivered live. `sent_at` is then much earlier: take the message as
    /// history, and do not answer it by yourself.
    public let reconciledAt: Date?
    /// The message that it answers.
    public let replyTo: EventReplyTo?
    /// When it was sent.
    public let sentAt: Date?
    /// Whether the line is under zero-day retention: `parts` is then empty.
    public let zeroRetention: Bool?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        chat: MessageEventChat = MessageEventChat(),
        direction: Direction? = nil,
        parts: [MessagePart] = [],
        senderHandle: ChatHandle = ChatHandle(),
        service: ServiceType? = nil,
        deliveredAt: Date? = nil,
        effect: MessageEffect? = nil,
        idempotencyKey: String? = nil,
        preferredService: PreferredService? = nil,
        readAt: Date? = nil,
        reconciledAt: Date? = nil,
        replyTo: EventReplyTo? = nil,
        sentAt: Date? = nil,
        zeroRetention: Bool? = nil
    ) {
        self.id = id
        self.chat = chat
        self.direction = direction
        self.parts = parts
        self.senderHandle = senderHandle
        self.service = service
        self.deliveredAt = deliveredAt
        self.effect = effect
        self.idempotencyKey = idempotencyKey
        self.preferredService = preferredService
        self.readAt = readAt
        self.reconciledAt = reconciledAt
        self.replyTo = replyTo
        self.sentAt = sentAt
        self.zeroRetention = zeroRetention
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decodeIfPresent(String.self, forKey: .id)
        self.chat = try container.decodeIfPresent(MessageEventChat.self, forKey: .chat) ?? MessageEventChat()
        self.direction = try container.decodeIfPresent(Direction.self, forKey: .direction)
        self.parts = try container.decodeIfPresent([MessagePart].self, forKey: .parts) ?? []
        self.senderHandle = try container.decodeIfPresent(ChatHandle.self, forKey: .senderHandle) ?? ChatHandle()
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
        self.deliveredAt = try container.decodeIfPresent(Date.self, forKey: .deliveredAt)
        self.effect = try container.decodeIfPresent(MessageEffect.self, forKey: .effect)
        self.idempotencyKey = try container.decodeIfPresent(String.self, forKey: .idempotencyKey)
        self.preferredService = try container.decodeIfPresent(PreferredService.self, forKey: .preferredService)
        self.readAt = try container.decodeIfPresent(Date.self, forKey: .readAt)
        self.reconciledAt = try container.decodeIfPresent(Date.self, forKey: .reconciledAt)
        self.replyTo = try container.decodeIfPresent(EventReplyTo.self, forKey: .replyTo)
        self.sentAt = try container.decodeIfPresent(Date.self, forKey: .sentAt)
        self.zeroRetention = try container.decodeIfPresent(Bool.self, forKey: .zeroRetention)
    }

    enum CodingKeys: String, CodingKey {
        case id
        case chat
        case direction
        case parts
        case senderHandle = "sender_handle"
        case service
        case deliveredAt = "delivered_at"
        case effect
        case idempotencyKey = "idempotency_key"
        case preferredService = "preferred_service"
        case readAt = "read_at"
        case reconciledAt = "reconciled_at"
        case replyTo = "reply_to"
        case sentAt = "sent_at"
        case zeroRetention = "zero_retention"
    }
}
