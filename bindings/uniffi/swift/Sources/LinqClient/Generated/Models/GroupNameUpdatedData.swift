// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A group's name changed.
public struct GroupNameUpdatedData: Codable, Hashable, Sendable {
    /// The group.
    public let chatId: String
    /// When it changed.
    public let updatedAt: Date
    /// Who changed it.
    public let changedByHandle: ChatHandle?
    /// The name now; absent if it was taken away.
    public let newValue: String?
    /// The name before; absent if there was none.
    public let oldValue: String?

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case updatedAt = "updated_at"
        case changedByHandle = "changed_by_handle"
        case newValue = "new_value"
        case oldValue = "old_value"
    }
}
