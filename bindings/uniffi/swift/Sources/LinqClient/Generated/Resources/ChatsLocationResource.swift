// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where the people of a chat are.
public struct ChatsLocationResource: Sendable {
    let client: Linq

    /// Gives the positions of those in a chat who share theirs with you; an empty list if nobody does.
    ///
    /// No event tells of a new position, so ask again, every few minutes: Apple does not update it more often. Somebody
    /// who shares from the Find My app instead of the chat may do so under their e-mail address, and does not appear in
    /// the chat with their phone number.
    ///
    /// `chats.location.retrieve`: see
    /// <https://docs.linqapp.com/api/resources/chats/subresources/location/methods/retrieve/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func retrieve(
        chatId: String,
        options: CallOptions = CallOptions()
    ) async throws -> GetChatLocationResponse {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        return try await client.call("chats.location.retrieve", arguments, options)
    }

    /// Asks the other person of a direct iMessage chat to share their location with you.
    ///
    /// They are prompted on their device; `location.sharing.started` follows if they agree. Refused if they share
    /// already (409), in groups (code 2016), over SMS and RCS (code 2017), and if asked too often (code 1007).
    ///
    /// `chats.location.request`: see
    /// <https://docs.linqapp.com/api/resources/chats/subresources/location/methods/request/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func request(
        chatId: String,
        options: CallOptions = CallOptions()
    ) async throws -> LocationRequestResponse {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        return try await client.call("chats.location.request", arguments, options)
    }

    /// Ends somebody's sharing of their location with you, in every chat that you have with them.
    ///
    /// `location.sharing.stopped` follows. Refused with 404 if they do not share.
    ///
    /// `chats.location.stop`: see <https://docs.linqapp.com/api/resources/chats/subresources/location/methods/stop/>.
    ///
    /// - Parameters:
    ///   - chatId: The chat.
    ///   - handle: Whose: a phone number or an e-mail address.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func stop(
        chatId: String,
        handle: String,
        options: CallOptions = CallOptions()
    ) async throws -> LocationRequestResponse {
        var arguments = Arguments()
        arguments.set("chat_id", chatId)
        arguments.set("handle", handle)
        return try await client.call("chats.location.stop", arguments, options)
    }
}
