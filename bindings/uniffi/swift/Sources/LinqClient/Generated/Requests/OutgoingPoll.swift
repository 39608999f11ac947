// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A poll to send: two options or more. It has no title; send that as a message.
public struct OutgoingPoll: Codable, Hashable, Sendable {
    /// What can be voted for. More can be added later, but none changed or taken away.
    public var options: [PollOption]
    /// What makes a repeated send harmless; made by the client if absent.
    public var idempotencyKey: String?

    /// Creates one of its fields.
    public init(
        options: [PollOption],
        idempotencyKey: String? = nil
    ) {
        self.options = options
        self.idempotencyKey = idempotencyKey
    }

    enum CodingKeys: String, CodingKey {
        case options
        case idempotencyKey = "idempotency_key"
    }
}
