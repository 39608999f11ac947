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
    /// Its options and votes.
    public let poll: PollResults
    /// The service that carried it.
    ///
    /// Documented as always present.
    public let service: ServiceType?
    /// When the poll last changed.
    ///
    /// Documented as always present.
    public let updatedAt: Date?
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

    /// Creates one, for previews and tests.
    public init(
        chat: EventChat = EventChat(),
        createdAt: Date? = nil,
        direction: Direction? = nil,
        messageId: String? = nil,
        poll: PollResults = PollResults(),
        service: ServiceType? = nil,
        updatedAt: Date? = nil,
        deliveredAt: Date? = nil,
        readAt: Date? = nil,
        senderHandle: ChatHandle? = nil,
        sentAt: Date? = nil,
        zeroRetention: Bool? = nil
    ) {
        self.chat = chat
        self.createdAt = createdAt
        self.direction = direction
        self.messageId = messageId
        self.poll = poll
        self.service = service
        self.updatedAt = updatedAt
        self.deliveredAt = deliveredAt
        self.readAt = readAt
        self.senderHandle = senderHandle
        self.sentAt = sentAt
        self.zeroRetention = zeroRetention
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.chat = try container.decodeIfPresent(EventChat.self, forKey: .chat) ?? EventChat()
        self.createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
        self.direction = try container.decodeIfPresent(Direction.self, forKey: .direction)
        self.messageId = try container.decodeIfPresent(String.self, forKey: .messageId)
        self.poll = try container.decodeIfPresent(PollResults.self, forKey: .poll) ?? PollResults()
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
        self.updatedAt = try container.decodeIfPresent(Date.self, forKey: .updatedAt)
        self.deliveredAt = try container.decodeIfPresent(Date.self, forKey: .deliveredAt)
        self.readAt = try container.decodeIfPresent(Date.self, forKey: .readAt)
        self.senderHandle = try container.decodeIfPresent(ChatHandle.self, forKey: .senderHandle)
        self.sentAt = try container.decodeIfPresent(Date.self, forKey: .sentAt)
        self.zeroRetention = try container.decodeIfPresent(Bool.self, forKey: .zeroRetention)
    }

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
