// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody voted for an option of a poll, or took the vote back.
public struct PollVoteData: Codable, Hashable, Sendable {
    /// The chat that the poll is in.
    public let chat: EventChat
    /// Which way the vote went.
    public let direction: Direction
    /// The message that is the poll.
    public let messageId: String
    /// The option.
    public let optionId: String
    /// Who voted.
    public let senderHandle: ChatHandle
    /// The service that carried it.
    public let service: ServiceType
    /// Whether the line is under zero-day retention. Votes are kept all the same.
    public let zeroRetention: Bool?

    enum CodingKeys: String, CodingKey {
        case chat
        case direction
        case messageId = "message_id"
        case optionId = "option_id"
        case senderHandle = "sender_handle"
        case service
        case zeroRetention = "zero_retention"
    }
}
