// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A text part of a message was edited. Only for subscriptions of version `2026-02-03`.
public struct MessageEditedData: Codable, Hashable, Sendable {
    /// The message.
    public let id: String
    /// The chat that it is in.
    public let chat: MessageEditedChat
    /// Which way the message went.
    public let direction: Direction
    /// When it was edited.
    public let editedAt: Date
    /// What was edited.
    public let part: MessageEditedPart
    /// Who sent, and edited, it.
    public let senderHandle: ChatHandle
    /// Whether the line is under zero-day retention: the text of an edit of yours is then empty.
    public let zeroRetention: Bool?

    enum CodingKeys: String, CodingKey {
        case id
        case chat
        case direction
        case editedAt = "edited_at"
        case part
        case senderHandle = "sender_handle"
        case zeroRetention = "zero_retention"
    }
}
