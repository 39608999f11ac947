// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Options were added to a poll. None is ever changed or removed.
public struct PollUpdatedData: Codable, Hashable, Sendable {
    /// The new options, and only those. Who added one is in its `creator_handle`.
    public let addedOptions: [PollResultOption]
    /// The chat that the poll is in.
    public let chat: EventChat
    /// Which way the change went.
    public let direction: Direction
    /// The message that is the poll.
    public let messageId: String
    /// Your line, whichever way the change went; not who added the options.
    public let senderHandle: ChatHandle
    /// The service that carried it.
    public let service: ServiceType
    /// Whether the line is under zero-day retention: the texts of options that you added are then empty, those of
    /// others are not.
    public let zeroRetention: Bool?

    enum CodingKeys: String, CodingKey {
        case addedOptions = "added_options"
        case chat
        case direction
        case messageId = "message_id"
        case senderHandle = "sender_handle"
        case service
        case zeroRetention = "zero_retention"
    }
}
