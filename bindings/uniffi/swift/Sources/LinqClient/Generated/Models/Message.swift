// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A message of a chat, sent or received.
public struct Message: Codable, Hashable, Sendable {
    /// The message's identifier.
    public let id: String
    /// The chat that it is in.
    ///
    /// Documented as always present.
    public let chatId: String?
    /// When the message was created.
    ///
    /// Documented as always present.
    public let createdAt: Date?
    /// How far it got.
    ///
    /// Documented as always present.
    public let deliveryStatus: DeliveryStatus?
    /// Deprecated by the API in favour of `deliveryStatus`: whether that is `delivered` or `read`.
    ///
    /// Documented as always present.
    public let isDelivered: Bool?
    /// Whether you sent it.
    ///
    /// Documented as always present.
    public let isFromMe: Bool?
    /// Deprecated by the API in favour of `deliveryStatus`.
    ///
    /// Documented as always present.
    public let isRead: Bool?
    /// When the message last changed.
    ///
    /// Documented as always present.
    public let updatedAt: Date?
    /// When it was delivered; absent before that, in groups and over SMS.
    public let deliveredAt: Date?
    /// The iMessage effect that it plays.
    public let effect: MessageEffect?
    /// Deprecated by the API in favour of `fromHandle`: the sender's handle.
    public let from: String?
    /// Who sent it.
    public let fromHandle: ChatHandle?
    /// What it consists of, in order.
    public let parts: [MessagePart]?
    /// The service that it was asked to go over; absent if none was named.
    public let preferredService: ServiceType?
    /// When it was read; absent before that, in groups and over SMS.
    public let readAt: Date?
    /// When it was recovered, if it was not delivered live. `sent_at` is then much earlier, and earlier reads of the
    /// conversation may not have shown it.
    public let reconciledAt: Date?
    /// The message that it answers.
    public let replyTo: ReplyTo?
    /// When it was sent.
    public let sentAt: Date?
    /// The service that carried it.
    public let service: ServiceType?

    /// Creates one, for previews and tests.
    public init(
        id: String,
        chatId: String? = nil,
        createdAt: Date? = nil,
        deliveryStatus: DeliveryStatus? = nil,
        isDelivered: Bool? = nil,
        isFromMe: Bool? = nil,
        isRead: Bool? = nil,
        updatedAt: Date? = nil,
        deliveredAt: Date? = nil,
        effect: MessageEffect? = nil,
        from: String? = nil,
        fromHandle: ChatHandle? = nil,
        parts: [MessagePart]? = nil,
        preferredService: ServiceType? = nil,
        readAt: Date? = nil,
        reconciledAt: Date? = nil,
        replyTo: ReplyTo? = nil,
        sentAt: Date? = nil,
        service: ServiceType? = nil
    ) {
        self.id = id
        self.chatId = chatId
        self.createdAt = createdAt
        self.deliveryStatus = deliveryStatus
        self.isDelivered = isDelivered
        self.isFromMe = isFromMe
        self.isRead = isRead
        self.updatedAt = updatedAt
        self.deliveredAt = deliveredAt
        self.effect = effect
        self.from = from
        self.fromHandle = fromHandle
        self.parts = parts
        self.preferredService = preferredService
        self.readAt = readAt
        self.reconciledAt = reconciledAt
        self.replyTo = replyTo
        self.sentAt = sentAt
        self.service = service
    }

    enum CodingKeys: String, CodingKey {
        case id
        case chatId = "chat_id"
        case createdAt = "created_at"
        case deliveryStatus = "delivery_status"
        case isDelivered = "is_delivered"
        case isFromMe = "is_from_me"
        case isRead = "is_read"
        case updatedAt = "updated_at"
        case deliveredAt = "delivered_at"
        case effect
        case from
        case fromHandle = "from_handle"
        case parts
        case preferredService = "preferred_service"
        case readAt = "read_at"
        case reconciledAt = "reconciled_at"
        case replyTo = "reply_to"
        case sentAt = "sent_at"
        case service
    }
}
