// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What Linq's own iMessage app can show.
public struct ExperiencesResource: Sendable {
    let client: Linq

    /// Gives one experience, with its actions and the parameters of each.
    ///
    /// `experiences.retrieve`: see <https://docs.linqapp.com/api/resources/experiences/methods/retrieve/>.
    ///
    /// - Parameters:
    ///   - experience: The experience, such as `agentpay`.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func retrieve(
        experience: String,
        options: CallOptions = CallOptions()
    ) async throws -> ExperienceRetrieveResponse {
        var arguments = Arguments()
        arguments.set("experience", experience)
        return try await client.call("experiences.retrieve", arguments, options)
    }

    /// Gives the experiences of your account, with their actions and the parameters of each.
    ///
    /// One is sent as a message: see ``ExperienceInvocation``.
    ///
    /// `experiences.list`: see <https://docs.linqapp.com/api/resources/experiences/methods/list/>.
    ///
    /// - Parameters:
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func list(
        options: CallOptions = CallOptions()
    ) async throws -> ExperienceListResponse {
        let arguments = Arguments()
        return try await client.call("experiences.list", arguments, options)
    }
}
