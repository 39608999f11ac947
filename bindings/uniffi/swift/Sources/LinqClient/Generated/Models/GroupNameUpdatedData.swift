// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A group's name changed.
public struct GroupNameUpdatedData: Codable, Hashable, Sendable {
    /// The group.
    ///
    /// Documented as always present.
    public let chatId: String?
    /// When it changed.
    ///
    /// Documented as always present.
    public let updatedAt: Date?
    /// Who changed it.
    public let changedByHandle: ChatHandle?
    /// The name now; absent if it was taken away.
    public let newValue: String?
    /// The name before; absent if there was none.
    public let oldValue: String?

    /// Creates one, for previews and tests.
    public init(
        chatId: String? = nil,
        updatedAt: Date? = nil,
        changedByHandle: ChatHandle? = nil,
        newValue: String? = nil,
        oldValue: String? = nil
    ) {
        self.chatId = chatId
        self.updatedAt = updatedAt
        self.changedByHandle = changedByHandle
        self.newValue = newValue
        self.oldValue = oldValue
    }

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case updatedAt = "updated_at"
        case changedByHandle = "changed_by_handle"
        case newValue = "new_value"
        case oldValue = "old_value"
    }
}
