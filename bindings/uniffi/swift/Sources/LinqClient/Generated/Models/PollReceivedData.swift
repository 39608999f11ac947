// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody sent a poll to your line.
public struct PollReceivedData: Codable, Hashable, Sendable {
    /// The chat that it is in.
    public let chat: EventChat
    /// When the poll was created.
    public let createdAt: Date
    /// Which way it went.
    public let direction: Direction
    /// The message that is the poll.
    public let messageId: String
    /// The poll as it arrived: no votes yet.
    public let poll: PollResults
    /// When it arrived.
    public let receivedAt: Date
    /// The service that carried it.
    public let service: ServiceType
    /// When the poll last changed.
    public let updatedAt: Date
    /// Who made the poll.
    public let senderHandle: ChatHandle?
    /// Whether the line is under zero-day retention. The options' texts are here all the same, and nowhere else later.
    public let zeroRetention: Bool?

    enum CodingKeys: String, CodingKey {
        case chat
        case createdAt = "created_at"
        case direction
        case messageId = "message_id"
        case poll
        case receivedAt = "received_at"
        case service
        case updatedAt = "updated_at"
        case senderHandle = "sender_handle"
        case zeroRetention = "zero_retention"
    }
}
