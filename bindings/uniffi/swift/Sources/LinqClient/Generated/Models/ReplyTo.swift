// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The message that another one answers.
public struct ReplyTo: Codable, Hashable, Sendable {
    /// That message.
    public let messageId: String
    /// Which of its parts, counted from 0; absent for the first.
    public let partIndex: Int?

    enum CodingKeys: String, CodingKey {
        case messageId = "message_id"
        case partIndex = "part_index"
    }
}
