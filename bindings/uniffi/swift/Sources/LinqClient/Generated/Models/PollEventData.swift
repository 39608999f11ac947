// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A poll of yours was sent, delivered or read.
///
/// How far it got shows in the times: `sent_at` is always there, `delivered_at` from `poll.delivered` on, `read_at`
/// with `poll.read`.
public struct PollEventData: Codable, Hashable, Sendable {
    /// The chat that it is in.
    public let chat: EventChat
    /// When the poll was created.
    public let createdAt: Date
    /// Which way it went.
    public let direction: Direction
    /// The message that is the poll.
    public let messageId: String
    /// Its options and votes.
    public let poll: PollResults
    /// The service that carried it.
    public let service: ServiceType
    /// When the poll last changed.
    public let updatedAt: Date
    /// When it was delivered; absent before that.
    public let deliveredAt: Date?
    /// When it was read; absent before that.
    public let readAt: Date?
    /// Who sent the poll.
    public let senderHandle: ChatHandle?
    /// When it was sent.
    public let sentAt: Date?
    /// Whether the line is under zero-day retention: the options' texts are then empty.
    public let zeroRetention: Bool?

    enum CodingKeys: String, CodingKey {
        case chat
        case createdAt = "created_at"
        case direction
        case messageId = "message_id"
        case poll
        case service
        case updatedAt = "updated_at"
        case deliveredAt = "delivered_at"
        case readAt = "read_at"
        case senderHandle = "sender_handle"
        case sentAt = "sent_at"
        case zeroRetention = "zero_retention"
    }
}
