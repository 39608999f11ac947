// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A poll that was sent.
public struct MessagesPollResource: Sendable {
    let client: Linq

    /// Gives a poll and how the vote stands.
    ///
    /// `messages.poll.retrieve`: see
    /// <https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/retrieve/>.
    ///
    /// - Parameters:
    ///   - messageId: The message that the poll is.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func retrieve(
        messageId: String,
        options: CallOptions = CallOptions()
    ) async throws -> PollEnvelope {
        var arguments = Arguments()
        arguments.set("message_id", messageId)
        return try await client.call("messages.poll.retrieve", arguments, options)
    }

    /// Adds options to a poll. None can be changed or taken away.
    ///
    /// On a line with zero-day retention name the options that are there as well, in their order, since Linq does not
    /// keep their texts.
    ///
    /// `messages.poll.add_options`: see
    /// <https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/add_options/>.
    ///
    /// - Parameters:
    ///   - messageId: The message that the poll is.
    ///   - options: What to add: one option or more.
    ///   - callOptions: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func addOptions(
        messageId: String,
        options: [PollOption],
        callOptions: CallOptions = CallOptions()
    ) async throws -> PollEnvelope {
        var arguments = Arguments()
        arguments.set("message_id", messageId)
        arguments.set("options", options)
        return try await client.call("messages.poll.add_options", arguments, callOptions)
    }

    /// Votes for one option of a poll, or takes the vote back. Several options can have your vote.
    ///
    /// `messages.poll.vote`: see <https://docs.linqapp.com/api/resources/messages/subresources/poll/methods/vote/>.
    ///
    /// - Parameters:
    ///   - messageId: The message that the poll is.
    ///   - operation: Whether to vote or to take the vote back.
    ///   - optionId: The option.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func vote(
        messageId: String,
        operation: AddOrRemove,
        optionId: String,
        options: CallOptions = CallOptions()
    ) async throws -> PollEnvelope {
        var arguments = Arguments()
        arguments.set("message_id", messageId)
        arguments.set("operation", operation)
        arguments.set("option_id", optionId)
        return try await client.call("messages.poll.vote", arguments, options)
    }
}
