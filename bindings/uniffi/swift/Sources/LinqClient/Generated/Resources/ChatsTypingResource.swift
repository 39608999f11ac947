// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The typing indicator of a chat.
public struct ChatsTypingResource: Sendable {
    let client: Linq

    /// Shows the others that you are typing.
    ///
    /// The guide says that groups do not show it, the endpoint's page that they do.
    ///
    /// `chats.typing.start`: see <https://docs.linqapp.com/api/resources/chats/subresources/typing/methods/start/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func start(
        chatId: String,
        options: CallOptions = CallOptions()
    ) async throws {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        try await client.callWithoutReply("chats.typing.start", arguments, options)
    }

    /// Stops showing the others that you are typing.
    ///
    /// The guide says that groups do not show it, the endpoint's page that they do.
    ///
    /// `chats.typing.stop`: see <https://docs.linqapp.com/api/resources/chats/subresources/typing/methods/stop/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func stop(
        chatId: String,
        options: CallOptions = CallOptions()
    ) async throws {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        try await client.callWithoutReply("chats.typing.stop", arguments, options)
    }
}
