// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A chat that does not go well.
public struct ReputationUnhealthyChat: Codable, Hashable, Sendable {
    /// The chat.
    public let chatId: String?
    /// What weighs on it.
    public let driverKeys: [ReputationDriverKey]?
    /// How it goes.
    public let status: ChatHealth?

    /// Creates one, for previews and tests.
    public init(
        chatId: String? = nil,
        driverKeys: [ReputationDriverKey]? = nil,
        status: ChatHealth? = nil
    ) {
        self.chatId = chatId
        self.driverKeys = driverKeys
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case driverKeys = "driver_keys"
        case status
    }
}
