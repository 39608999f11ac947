import Foundation

/// The tokens of one call, fetched on core's request. Errors of the provider are thrown unchanged.
struct Authorization {
    private let tokens: any TokenProvider
    private var last = ""

    init(_ tokens: any TokenProvider) {
        self.tokens = tokens
    }

    /// Returns a token, a new one if the last was rejected, or `nil` if there is none before the timeout in seconds.
    mutating func token(_ isRejected: Bool, timeout: TimeInterval?) async throws -> String? {
        let token = try await LinqClient.withTimeout(timeout) { [tokens, last] () -> String? in
            if isRejected, await !tokens.rejected(last) { return nil }
            return try await tokens.token()
        }
        guard let token = token ?? nil else { return nil }
        last = token
        return token
    }

    /// Passes a token to core. If it is not a valid header value, the provider is notified, so that it does not cache
    /// it.
    func submit<Step>(
        _ token: String, _ argumentNames: [String: String], _ supply: (_ token: String) throws -> Step
    ) async throws -> Step {
        do {
            return try LinqError.rethrowing(argumentNames) { try supply(token) }
        } catch LinqError.invalidArgument(let path, let reason) {
            _ = await tokens.rejected(token)
            throw LinqError.invalidArgument(path: path, reason: reason)
        }
    }
}
