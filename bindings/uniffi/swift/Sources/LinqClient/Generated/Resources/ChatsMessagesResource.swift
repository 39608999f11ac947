// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The messages of a chat.
public struct ChatsMessagesResource: Sendable {
    let client: Linq

    /// Gives the messages of a chat, a page at a time.
    ///
    /// `chats.messages.list`: see <https://docs.linqapp.com/api/resources/chats/subresources/messages/methods/list/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - cursor: Where the page starts: the `next_cursor` of the page before.
    ///   - limit: How many items a page holds: 1 to 100, 20 unless told otherwise.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Returns: All items, page after page as they are needed; nothing is sent before.
    public func list(
        chatId: String,
        cursor: String? = nil,
        limit: Int? = nil,
        options: CallOptions = CallOptions()
    ) -> PagedList<Message> {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        arguments.set("cursor", cursor)
        arguments.set("limit", limit)
        return PagedList(client, "chats.messages.list", arguments, options)
    }

    /// Sends a message into a chat.
    ///
    /// Every send carries an idempotency key, yours or a fresh one, so that a retry cannot send it twice.
    ///
    /// `chats.messages.send`: see <https://docs.linqapp.com/api/resources/chats/subresources/messages/methods/send/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - message: What to send.
    ///   - overrideOptout: Sends although the recipient opted out (code 2024). Only with their renewed consent.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func send(
        chatId: String,
        message: MessageContent,
        overrideOptout: Bool? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> MessageSendResponse {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        arguments.set("message", message)
        arguments.set("override_optout", overrideOptout)
        return try await client.call("chats.messages.send", arguments, options)
    }
}
