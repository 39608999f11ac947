// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A message, as version `2026-02-03` puts it.
///
/// How far it got shows in the times: `sent_at` is always there, `delivered_at` from `message.delivered` on, `read_at`
/// with `message.read`.
public struct MessageEventData: Codable, Hashable, Sendable {
    /// The message's identifier.
    public let id: String
    /// The chat that it is in.
    public let chat: MessageEventChat
    /// Which way it went.
    public let direction: Direction
    /// What it consists of, in order; empty under zero-day retention.
    public let parts: [MessagePart]
    /// Who sent it.
    public let senderHandle: ChatHandle
    /// The service that carried it.
    public let service: ServiceType
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
