// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The line that is best to send from.
public struct AvailableNumberResource: Sendable {
    let client: Linq

    /// Gives the line that is best to send from now, and a vCard of it.
    ///
    /// The line is not reserved. Without recipients it is the one of best reputation that was used least recently, so
    /// that calls in a row spread over your lines; with them, the one that a chat with them is on already.
    ///
    /// `available_number.retrieve`: see <https://docs.linqapp.com/api/resources/available_number/methods/retrieve/>.
    ///
    /// - Parameters:
    ///   - excludeFrom: Lines that are not to be chosen, nor to stand in the vCard.
    ///   - to: Whom the message is for: phone numbers and e-mail addresses.
    ///   - type: Only lines of this kind (503 if none is available).
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func retrieve(
        excludeFrom: [String]? = nil,
        to: [String]? = nil,
        type: LineType? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> AvailableNumberRetrieveResponse {
        var arguments = Arguments()
        arguments.set("exclude_from", excludeFrom)
        arguments.set("to", to)
        arguments.set("type", type)
        return try await client.call("available_number.retrieve", arguments, options)
    }
}
