// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// New polls in a chat.
public struct ChatsPollsResource: Sendable {
    let client: Linq

    /// Sends a poll into a chat (iMessage only), which cannot be the first message there.
    ///
    /// `chats.polls.create`: see <https://docs.linqapp.com/api/resources/chats/subresources/polls/methods/create/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - poll: What can be voted for: two options or more.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func create(
        chatId: String,
        poll: OutgoingPoll,
        options: CallOptions = CallOptions()
    ) async throws -> PollEnvelope {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        arguments.set("poll", poll)
        return try await client.call("chats.polls.create", arguments, options)
    }
}
