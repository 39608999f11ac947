// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The reply to changing a group's name or icon. Whether it worked arrives as an event: `chat.group_name_updated`,
/// `chat.group_icon_updated`, or their `_failed` twins.
public struct ChatUpdateResponse: Codable, Hashable, Sendable {
    /// The chat.
    public let chatId: String?
    /// What became of the request, in a word.
    public let status: String?

    /// Creates one, for previews and tests.
    public init(
        chatId: String? = nil,
        status: String? = nil
    ) {
        self.chatId = chatId
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case status
    }
}
