// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A group's icon changed.
public struct GroupIconUpdatedData: Codable, Hashable, Sendable {
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
    /// The icon now; absent if it was taken away.
    public let newValue: PrivateText?
    /// The icon before; absent if there was none.
    public let oldValue: PrivateText?

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
        self.newValue = newValue.map(PrivateText.init(_:))
        self.oldValue = oldValue.map(PrivateText.init(_:))
    }

    enum CodingKeys: String, CodingKey {
        case chatId = "chat_id"
        case updatedAt = "updated_at"
        case changedByHandle = "changed_by_handle"
        case newValue = "new_value"
        case oldValue = "old_value"
    }
}
