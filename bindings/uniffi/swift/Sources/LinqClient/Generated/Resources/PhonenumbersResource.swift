// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Your lines, deprecated by the API in favour of `phone_numbers`.
public struct PhonenumbersResource: Sendable {
    let client: Linq

    /// Gives your lines. Deprecated by the API in favour of `linq.phoneNumbers.list`.
    ///
    /// `phonenumbers.list`: see <https://docs.linqapp.com/api/resources/phonenumbers/methods/list/>.
    ///
    /// - Parameters:
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func list(
        options: CallOptions = CallOptions()
    ) async throws -> PhonenumberListResponse {
        let arguments = Arguments()
        return try await client.call("phonenumbers.list", arguments, options)
    }
}
