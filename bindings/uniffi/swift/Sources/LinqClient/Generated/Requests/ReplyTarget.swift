// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The message that is answered, in a thread of its own.
public struct ReplyTarget: Codable, Hashable, Sendable {
    /// The message.
    public var messageId: String
    /// Which of its parts, counted from 0; the first one if absent.
    public var partIndex: Int?

    /// Creates one of its fields.
    public init(
        messageId: String,
        partIndex: Int? = nil
    ) {
        self.messageId = messageId
        self.partIndex = partIndex
    }

    enum CodingKeys: String, CodingKey {
        case messageId = "message_id"
        case partIndex = "part_index"
    }
}
