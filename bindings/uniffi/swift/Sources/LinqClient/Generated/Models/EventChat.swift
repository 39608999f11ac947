// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The chat that an event happened in.
public struct EventChat: Codable, Hashable, Sendable {
    /// The chat's identifier.
    ///
    /// Documented as always present.
    public let id: String?
    /// Whether this is a group.
    public let isGroup: Bool?
    /// Your line.
    public let ownerHandle: ChatHandle?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        isGroup: Bool? = nil,
        ownerHandle: ChatHandle? = nil
    ) {
        self.id = id
        self.isGroup = isGroup
        self.ownerHandle = ownerHandle
    }

    enum CodingKeys: String, CodingKey {
        case id
        case isGroup = "is_group"
        case ownerHandle = "owner_handle"
    }
}
