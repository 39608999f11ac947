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
    /// Which way it went; where the payload does not say, as the type of event implies.
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
    /// When it was recovered, if it was not delivered live: do not answer it by yourself. Only in version
    /// `2026-02-03`.
    public let reconciledAt: Date?
    /// How well the conversation goes (beta). Only in version `2026-02-03`.
    public let healthStatus: HealthStatus?
    /// Whether the line is under zero-day retention. Only in version `2026-02-03`.
    public let zeroRetention: Bool?

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

extension MessageView {
    /// Whether it came from somebody else.
    public var isInbound: Bool { direction == .inbound }

    /// The texts of its parts, one a line; empty if there are none.
    public var text: String { parts.text }
}
