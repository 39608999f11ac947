// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody sent a poll to your line.
public struct PollReceivedData: Codable, Hashable, Sendable {
    /// The chat that it is in.
    public let chat: EventChat
    /// When the poll was created.
    ///
    /// Documented as always present.
    public let createdAt: Date?
    /// Which way it went.
    ///
    /// Documented as always present.
    public let direction: Direction?
    /// The message that is the poll.
    ///
    /// Documented as always present.
    public let messageId: String?
    /// The poll as it arrived: no votes yet.
    public let poll: PollResults
    /// When it arrived.
    ///
    /// Documented as always present.
    public let receivedAt: Date?
    /// The service that carried it.
    ///
    /// Documented as always present.
    public let service: ServiceType?
    /// When the poll last changed.
    ///
    /// Documented as always present.
    public let updatedAt: Date?
    /// Who made the poll.
    public let senderHandle: ChatHandle?
    /// Whether the line is under zero-day retention. The options' texts are here all the same, and nowhere else later.
    public let zeroRetention: Bool?

    /// Creates one, for previews and tests.
    public init(
        chat: EventChat = EventChat(),
        createdAt: Date? = nil,
        direction: Direction? = nil,
        messageId: String? = nil,
        poll: PollResults = PollResults(),
        receivedAt: Date? = nil,
        service: ServiceType? = nil,
        updatedAt: Date? = nil,
        senderHandle: ChatHandle? = nil,
        zeroRetention: Bool? = nil
    ) {
        self.chat = chat
        self.createdAt = createdAt
        self.direction = direction
        self.messageId = messageId
        self.poll = poll
        self.receivedAt = receivedAt
        self.service = service
        self.updatedAt = updatedAt
        self.senderHandle = senderHandle
        self.zeroRetention = zeroRetention
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.chat = try container.decodeIfPresent(EventChat.self, forKey: .chat) ?? EventChat()
        self.createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
        self.direction = try container.decodeIfPresent(Direction.self, forKey: .direction)
        self.messageId = try container.decodeIfPresent(String.self, forKey: .messageId)
        self.poll = try container.decodeIfPresent(PollResults.self, forKey: .poll) ?? PollResults()
        self.receivedAt = try container.decodeIfPresent(Date.self, forKey: .receivedAt)
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
        self.updatedAt = try container.decodeIfPresent(Date.self, forKey: .updatedAt)
        self.senderHandle = try container.decodeIfPresent(ChatHandle.self, forKey: .senderHandle)
        self.zeroRetention = try container.decodeIfPresent(Bool.self, forKey: .zeroRetention)
    }

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
