// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Options were added to a poll. None is ever changed or removed.
public struct PollUpdatedData: Codable, Hashable, Sendable {
    /// The new options, and only those. Who added one is in its `creator_handle`.
    public let addedOptions: [PollResultOption]
    /// The chat that the poll is in.
    public let chat: EventChat
    /// Which way the change went.
    ///
    /// Documented as always present.
    public let direction: Direction?
    /// The message that is the poll.
    ///
    /// Documented as always present.
    public let messageId: String?
    /// Your line, whichever way the change went; not who added the options.
    public let senderHandle: ChatHandle
    /// The service that carried it.
    ///
    /// Documented as always present.
    public let service: ServiceType?
    /// Whether the line is under zero-day retention: the texts of options that you added are then empty, those of
    /// others are not.
    public let zeroRetention: Bool?

    /// Creates one, for previews and tests.
    public init(
        addedOptions: [PollResultOption] = [],
        chat: EventChat = EventChat(),
        direction: Direction? = nil,
        messageId: String? = nil,
        senderHandle: ChatHandle = ChatHandle(),
        service: ServiceType? = nil,
        zeroRetention: Bool? = nil
    ) {
        self.addedOptions = addedOptions
        self.chat = chat
        self.direction = direction
        self.messageId = messageId
        self.senderHandle = senderHandle
        self.service = service
        self.zeroRetention = zeroRetention
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.addedOptions = try container.decodeIfPresent([PollResultOption].self, forKey: .addedOptions) ?? []
        self.chat = try container.decodeIfPresent(EventChat.self, forKey: .chat) ?? EventChat()
        self.direction = try container.decodeIfPresent(Direction.self, forKey: .direction)
        self.messageId = try container.decodeIfPresent(String.self, forKey: .messageId)
        self.senderHandle = try container.decodeIfPresent(ChatHandle.self, forKey: .senderHandle) ?? ChatHandle()
        self.service = try container.decodeIfPresent(ServiceType.self, forKey: .service)
        self.zeroRetention = try container.decodeIfPresent(Bool.self, forKey: .zeroRetention)
    }

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
