// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody voted for an option of a poll, or took the vote back.
public struct PollVoteData: Codable, Hashable, Sendable {
    /// The chat that the poll is in.
    public let chat: EventChat
    /// Which way the vote went.
    ///
    /// Documented as always present.
    public let direction: Direction?
    /// The message that is the poll.
    ///
    /// Documented as always present.
    public let messageId: String?
    /// The option.
    ///
    /// Documented as always present.
    public let optionId: String?
    /// Who voted.
    public let senderHandle: ChatHandle
    /// The service that carried it.
    ///
    /// Documented as always present.
    public let service: ServiceType?
    /// Whether the line is under zero-day retention. Votes are kept all the same.
    public let zeroRetention: Bool?

    /// Creates one, for previews and tests.
    public init(
        chat: EventChat = EventChat(),
        direction: Direction? = nil,
        messageId: String? = nil,
        optionId: String? = nil,
        senderHandle: ChatHandle = ChatHandle(),
        service: ServiceType? = nil,
        zeroRetention: Bool? = nil
    ) {
        self.chat = chat
        self.direction = direction
        self.messageId = messageId
        self.optionId = optionId
        self.senderHandle = senderHandle
        self.service = service
        self.zeroRetention = zeroRetention
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.chat = try container.decodeIfPresent(EventChat.self, forKey: .chat) ?? EventChat()
        self.direction = try container.decodeIfPresent(Direction.self, forKey: .direction)
        self.messageId = try container.decodeIfPresent(String.self, forKey: .messageId)
        self.optionId = try container.decodeIfPresent(String.self, forKey: .optionId)
        self.senderHandle = try container.decodeIfPresent(ChatHandle.self, forKey: .senderHandle) ?? ChatHandle()
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
        self.zeroRetention = try container.decodeIfPresent(Bool.self, forKey: .zeroRetention)
    }

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
