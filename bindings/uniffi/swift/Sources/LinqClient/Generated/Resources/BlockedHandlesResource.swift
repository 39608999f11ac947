// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Whom you have blocked.
public struct BlockedHandlesResource: Sendable {
    let client: Linq

    /// Gives everybody whom you have blocked, the newest first.
    ///
    /// `blocked_handles.list`: see <https://docs.linqapp.com/api/resources/blocked_handles/methods/list/>.
    ///
    /// - Parameters:
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func list(
        options: CallOptions = CallOptions()
    ) async throws -> BlockedHandleListResponse {
        let arguments = Arguments()
        return try await client.call("blocked_handles.list", arguments, options)
    }

    /// Blocks somebody: a phone number, an e-mail address, a short code or a sender's name.
    ///
    /// What they send is dropped without an event, and a direct message to them is refused (code 2026). Groups that
    /// they are in go on. Blocking twice gives the entry that is there.
    ///
    /// `blocked_handles.block`: see <https://docs.linqapp.com/api/resources/blocked_handles/methods/block/>.
    ///
    /// - Parameters:
    ///   - handle: Whom to block.
    ///   - reason: Why: a note for yourself.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func block(
        handle: String,
        reason: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> BlockedHandleBlockResponse {
        var arguments = Arguments()
        arguments.set("handle", handle)
        arguments.set("reason", reason)
        return try await client.call("blocked_handles.block", arguments, options)
    }

    /// Lets somebody write to you again, and you to them.
    ///
    /// `blocked_handles.unblock`: see <https://docs.linqapp.com/api/resources/blocked_handles/methods/unblock/>.
    ///
    /// - Parameters:
    ///   - handle: Whom to unblock.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func unblock(
        handle: String,
        options: CallOptions = CallOptions()
    ) async throws {
        var arguments = Arguments()
        arguments.set("handle", handle)
        try await client.callWithoutReply("blocked_handles.unblock", arguments, options)
    }
}
