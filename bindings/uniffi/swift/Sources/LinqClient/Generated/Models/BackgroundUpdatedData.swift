// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A chat's background changed.
public struct BackgroundUpdatedData: Codable, Hashable, Sendable {
    /// The chat.
    public let chat: EventChat
    /// Who changed it, you included.
    public let actorHandle: ChatHandle?
    /// The background now; absent if it was taken away.
    public let background: ChatBackground?

    /// Creates one, for previews and tests.
    public init(
        chat: EventChat = EventChat(),
        actorHandle: ChatHandle? = nil,
        background: ChatBackground? = nil
    ) {
        self.chat = chat
        self.actorHandle = actorHandle
        self.background = background
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.chat = try container.decodeIfPresent(EventChat.self, forKey: .chat) ?? EventChat()
        self.actorHandle = try container.decodeIfPresent(ChatHandle.self, forKey: .actorHandle)
        self.background = try container.decodeIfPresent(ChatBackground.self, forKey: .background)
    }

    enum CodingKeys: String, CodingKey {
        case chat
        case actorHandle = "actor_handle"
        case background
    }
}
