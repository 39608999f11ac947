// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The message within a ``LegacyMessageEvent``.
public struct LegacyMessagePayload: Codable, Hashable, Sendable {
    /// The message's identifier.
    public let id: String?
    /// What it consists of, in order: text and media.
    public let parts: [MessagePart]?
    /// The iMessage effect that it plays.
    public let effect: MessageEffect?
    /// The message that it answers.
    public let replyTo: EventReplyTo?
    /// Whether it was delivered.
    public let isDelivered: Bool?
    /// Whether it was read.
    public let isRead: Bool?
    /// When it was sent.
    public let sentAt: Date?
    /// When it was delivered.
    public let deliveredAt: Date?
    /// When it was read.
    public let readAt: Date?
    /// When it was created.
    public let createdAt: Date?
    /// When it last changed.
    public let updatedAt: Date?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        parts: [MessagePart]? = nil,
        effect: MessageEffect? = nil,
        replyTo: EventReplyTo? = nil,
        isDelivered: Bool? = nil,
        isRead: Bool? = nil,
        sentAt: Date? = nil,
        deliveredAt: Date? = nil,
        readAt: Date? = nil,
        createdAt: Date? = nil,
        updatedAt: Date? = nil
    ) {
        self.id = id
        self.parts = parts
        self.effect = effect
        self.replyTo = replyTo
        self.isDelivered = isDelivered
        self.isRead = isRead
        self.sentAt = sentAt
        self.deliveredAt = deliveredAt
        self.readAt = readAt
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }

    enum CodingKeys: String, CodingKey {
        case id
        case parts
        case effect
        case replyTo = "reply_to"
        case isDelivered = "is_delivered"
        case isRead = "is_read"
        case sentAt = "sent_at"
        case deliveredAt = "delivered_at"
        case readAt = "read_at"
        case createdAt = "created_at"
        case updatedAt = "updated_at"
    }
}
