// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A message that the API has just taken on.
public struct SentMessage: Codable, Hashable, Sendable {
    /// The message's identifier.
    public let id: String
    /// When the message was created.
    public let createdAt: Date
    /// How far it got.
    public let deliveryStatus: DeliveryStatus
    /// Deprecated by the API in favour of `deliveryStatus`.
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
