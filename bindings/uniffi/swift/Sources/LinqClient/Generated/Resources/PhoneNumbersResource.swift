// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Your lines.
public struct PhoneNumbersResource: Sendable {
    let client: Linq

    /// Says where calls to one of your lines are forwarded.
    ///
    /// `phone_numbers.update`: see <https://docs.linqapp.com/api/resources/phone_numbers/methods/update/>.
    ///
    /// - Parameters:
    ///   - phoneNumberId: The line.
    ///   - forwardingNumber: Where to; `.clear` or an empty text ends it.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func update(
        phoneNumberId: String,
        forwardingNumber: Change<String>,
        options: CallOptions = CallOptions()
    ) async throws -> PhoneNumberUpdateResponse {
        var arguments = Arguments()
        arguments.set("phone_number_id", phoneNumberId)
        arguments.set("forwarding_number", forwardingNumber)
        return try await client.call("phone_numbers.update", arguments, options)
    }

    /// Gives the lines that your key may send from, with their reputation.
    ///
    /// `phone_numbers.list`: see <https://docs.linqapp.com/api/resources/phone_numbers/methods/list/>.
    ///
    /// - Parameters:
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func list(
        options: CallOptions = CallOptions()
    ) async throws -> PhoneNumberListResponse {
        let arguments = Arguments()
        return try await client.call("phone_numbers.list", arguments, options)
    }

    /// Gives an audit of a line's reputation, and its report once that is complete; for 24 hours.
    ///
    /// `phone_numbers.get_reputation_audit`: see
    /// <https://docs.linqapp.com/api/resources/phone_numbers/methods/get_reputation_audit/>.
    ///
    /// - Parameters:
    ///   - phoneNumber: The line.
    ///   - auditId: The audit.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func reputationAudit(
        phoneNumber: String,
        auditId: String,
        options: CallOptions = CallOptions()
    ) async throws -> ReputationAudit {
        var arguments = Arguments()
        arguments.set("phone_number", phoneNumber)
        arguments.set("audit_id", auditId)
        return try await client.call("phone_numbers.get_reputation_audit", arguments, options)
    }

    /// Starts an audit of a line's reputation. Its report is read with the `audit_id` of the reply.
    ///
    /// While one is under way, starting another gives that one. After it there is a pause before the next (code 1007).
    ///
    /// `phone_numbers.start_reputation_audit`: see
    /// <https://docs.linqapp.com/api/resources/phone_numbers/methods/start_reputation_audit/>.
    ///
    /// - Parameters:
    ///   - phoneNumber: The line.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func startReputationAudit(
        phoneNumber: String,
        options: CallOptions = CallOptions()
    ) async throws -> ReputationAuditStarted {
        var arguments = Arguments()
        arguments.set("phone_number", phoneNumber)
        return try await client.call("phone_numbers.start_reputation_audit", arguments, options)
    }
}
