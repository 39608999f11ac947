// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The first message of a chat, as the API has just accepted it.
public struct FirstMessage: Codable, Hashable, Sendable {
    /// The message's identifier.
    ///
    /// Documented as always present.
    public let id: String?
    /// When the message was created.
    ///
    /// Documented as always present.
    public let createdAt: Date?
    /// How far it got.
    ///
    /// Documented as always present.
    public let deliveryStatus: DeliveryStatus?
    /// Deprecated by the API in favour of `deliveryStatus`.
    ///
    /// Documented as always present.
    public let isRead: Bool?
    /// What it consists of, in order.
    public let parts: [MessagePart]
    /// When it was sent; absent while it waits.
    public let sentAt: Date?
    /// When it was delivered; absent before that.
    public let deliveredAt: Date?
    /// The iMessage effect that it plays.
    public let effect: MessageEffect?
    /// Who sent it: your line.
    public let fromHandle: ChatHandle?
    /// The service that it was asked to go over; absent if none was named.
    public let preferredService: ServiceType?
    /// The message that it answers.
    public let replyTo: ReplyTo?
    /// The service that carries it.
    public let service: ServiceType?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        createdAt: Date? = nil,
        deliveryStatus: DeliveryStatus? = nil,
        isRead: Bool? = nil,
        parts: [MessagePart] = [],
        sentAt: Date? = nil,
        deliveredAt: Date? = nil,
        effect: MessageEffect? = nil,
        fromHandle: ChatHandle? = nil,
        preferredService: ServiceType? = nil,
        replyTo: ReplyTo? = nil,
        service: ServiceType? = nil
    ) {
        self.id = id
        self.createdAt = createdAt
        self.deliveryStatus = deliveryStatus
        self.isRead = isRead
        self.parts = parts
        self.sentAt = sentAt
        self.deliveredAt = deliveredAt
        self.effect = effect
        self.fromHandle = fromHandle
        self.preferredService = preferredService
        self.replyTo = replyTo
        self.service = service
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decodeIfPresent(String.self, forKey: .id)
        self.createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
        self.deliveryStatus = try container.decodeIfPresent(DeliveryStatus.self, forKey: .deliveryStatus)
        self.isRead = try container.decodeIfPresent(Bool.self, forKey: .isRead)
        self.parts = try container.decodeIfPresent([MessagePart].self, forKey: .parts) ?? []
        self.sentAt = try container.decodeIfPresent(Date.self, forKey: .sentAt)
        self.deliveredAt = try container.decodeIfPresent(Date.self, forKey: .deliveredAt)
        self.effect = try container.decodeIfPresent(MessageEffect.self, forKey: .effect)
        self.fromHandle = try container.decodeIfPresent(ChatHandle.self, forKey: .fromHandle)
        self.preferredService = try container.decodeIfPresent(ServiceType.self, forKey: .preferredService)
        self.replyTo = try container.decodeIfPresent(ReplyTo.self, forKey: .replyTo)
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
    }

    enum CodingKeys: String, CodingKey {
        case id
        case createdAt = "created_at"
        case deliveryStatus = "delivery_status"
        case isRead = "is_read"
        case parts
        case sentAt = "sent_at"
        case deliveredAt = "delivered_at"
        case effect
        case fromHandle = "from_handle"
        case preferredService = "preferred_service"
        case replyTo = "reply_to"
        case service
    }
}
