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

    enum CodingKeys: String, CodingKey {
        case chat
        case actorHandle = "actor_handle"
        case background
    }
}
