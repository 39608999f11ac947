// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A poll of yours, or a change of one, could not be sent.
public struct PollFailedData: Codable, Hashable, Sendable {
    /// The chat that it was meant for.
    public let chat: EventChat
    /// Which way it was to go.
    public let direction: Direction
    /// Why it failed.
    public let error: PollFailedError
    /// When that was noticed.
    public let failedAt: Date
    /// The message that is the poll.
    public let messageId: String
    /// The poll as it was then.
    public let poll: PollResults
    /// The service that it was tried on.
    public let service: ServiceType
    /// Absent: nothing was sent.
    public let senderHandle: ChatHandle?
    /// Whether the line is under zero-day retention: the options' texts are then empty.
    public let zeroRetention: Bool?

    enum CodingKeys: String, CodingKey {
        case chat
        case direction
        case error
        case failedAt = "failed_at"
        case messageId = "message_id"
        case poll
        case service
        case senderHandle = "sender_handle"
        case zeroRetention = "zero_retention"
    }
}
