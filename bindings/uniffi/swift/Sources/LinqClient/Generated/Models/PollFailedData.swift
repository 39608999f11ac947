// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A poll of yours, or a change of one, could not be sent.
public struct PollFailedData: Codable, Hashable, Sendable {
    /// The chat that it was meant for.
    public let chat: EventChat
    /// Which way it was to go.
    ///
    /// Documented as always present.
    public let direction: Direction?
    /// Why it failed.
    public let error: PollFailedError
    /// When that was noticed.
    ///
    /// Documented as always present.
    public let failedAt: Date?
    /// The message that is the poll.
    ///
    /// Documented as always present.
    public let messageId: String?
    /// The poll as it was then.
    public let poll: PollResults
    /// The service that it was tried on.
    ///
    /// Documented as always present.
    public let service: ServiceType?
    /// Absent: nothing was sent.
    public let senderHandle: ChatHandle?
    /// Whether the line is under zero-day retention: the options' texts are then empty.
    public let zeroRetention: Bool?

    /// Creates one, for previews and tests.
    public init(
        chat: EventChat = EventChat(),
        direction: Direction? = nil,
        error: PollFailedError = PollFailedError(),
        failedAt: Date? = nil,
        messageId: String? = nil,
        poll: PollResults = PollResults(),
        service: ServiceType? = nil,
        senderHandle: ChatHandle? = nil,
        zeroRetention: Bool? = nil
    ) {
        self.chat = chat
        self.direction = direction
        self.error = error
        self.failedAt = failedAt
        self.messageId = messageId
        self.poll = poll
        self.service = service
        self.senderHandle = senderHandle
        self.zeroRetention = zeroRetention
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.chat = try container.decodeIfPresent(EventChat.self, forKey: .chat) ?? EventChat()
        self.direction = try container.decodeIfPresent(Direction.self, forKey: .direction)
        self.error = try container.decodeIfPresent(PollFailedError.self, forKey: .error) ?? PollFailedError()
        self.failedAt = try container.decodeIfPresent(Date.self, forKey: .failedAt)
        self.messageId = try container.decodeIfPresent(String.self, forKey: .messageId)
        self.poll = try container.decodeIfPresent(PollResults.self, forKey: .poll) ?? PollResults()
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
        self.senderHandle = try container.decodeIfPresent(ChatHandle.self, forKey: .senderHandle)
        self.zeroRetention = try container.decodeIfPresent(Bool.self, forKey: .zeroRetention)
    }

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
