// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Which services reach somebody.
public struct CapabilityResource: Sendable {
    let client: Linq

    /// Says whether somebody can be reached over iMessage. One check in 10 seconds.
    ///
    /// `capability.check_i_message`: see <https://docs.linqapp.com/api/resources/capability/methods/check_i_message/>.
    ///
    /// - Parameters:
    ///   - address: Whom to reach: a phone number or an e-mail address.
    ///   - from: The line to check from; any of yours unless told otherwise.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func checkIMessage(
        address: String,
        from: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> HandleCheckResponse {
        var arguments = Arguments()
        arguments.set("address", address)
        arguments.set("from", from)
        return try await client.call("capability.check_i_message", arguments, options)
    }

    /// Says whether somebody can be reached over RCS. One check in 10 seconds.
    ///
    /// A reply is about the recipient. The codes 4004 (RCS is off for the line that checks), 4009 and 4010 mean that
    /// there is no answer: "unknown", never "no". They are not tried again.
    ///
    /// `capability.check_RCS`: see <https://docs.linqapp.com/api/resources/capability/methods/check_RCS/>.
    ///
    /// - Parameters:
    ///   - address: Whom to reach: a phone number.
    ///   - from: The line to check from; any of yours unless told otherwise.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func checkRcs(
        address: String,
        from: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> HandleCheckResponse {
        var arguments = Arguments()
        arguments.set("address", address)
        arguments.set("from", from)
        return try await client.call("capability.check_RCS", arguments, options)
    }
}
