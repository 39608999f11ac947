// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The message that another one answers.
public struct EventReplyTo: Codable, Hashable, Sendable {
    /// That message.
    public let messageId: String?
    /// Which of its parts, counted from 0.
    public let partIndex: Int?

    /// Creates one, for previews and tests.
    public init(
        messageId: String? = nil,
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
