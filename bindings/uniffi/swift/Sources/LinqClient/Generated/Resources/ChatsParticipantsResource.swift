// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Who is in a group chat.
public struct ChatsParticipantsResource: Sendable {
    let client: Linq

    /// Adds a person to an iMessage group of three or more.
    ///
    /// They must be reachable over the group's service. The reply only says that it is queued; `participant.added`
    /// follows.
    ///
    /// `chats.participants.add`: see
    /// <https://docs.linqapp.com/api/resources/chats/subresources/participants/methods/add/>.
    ///
    /// - Parameters:
    ///   - chatId: The group.
    ///   - handle: Whom to add: a phone number or an e-mail address.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func add(
        chatId: String,
        handle: String,
        options: CallOptions = CallOptions()
    ) async throws -> OperationAccepted {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        arguments.set("handle", handle)
        return try await client.call("chats.participants.add", arguments, options)
    }

    /// Takes a person out of an iMessage group; three or more have to remain.
    ///
    /// The reply only says that it is queued; `participant.removed` follows.
    ///
    /// `chats.participants.remove`: see
    /// <https://docs.linqapp.com/api/resources/chats/subresources/participants/methods/remove/>.
    ///
    /// - Parameters:
    ///   - chatId: The group.
    ///   - handle: Whom to take out: a phone number or an e-mail address.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func remove(
        chatId: String,
        handle: String,
        options: CallOptions = CallOptions()
    ) async throws -> OperationAccepted {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        arguments.set("handle", handle)
        return try await client.call("chats.participants.remove", arguments, options)
    }
}
