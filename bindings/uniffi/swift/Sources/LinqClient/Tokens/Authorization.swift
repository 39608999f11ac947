import Foundation

/// The tokens of one call, fetched when core asks for one. What the provider throws goes through.
struct Authorization {
    private let tokens: any TokenProvider
    private var last = ""

    init(_ tokens: any TokenProvider) {
        self.tokens = tokens
    }

    /// A token, another one if the last was refused; `nil` if there is none within this time.
    mutating func token(_ isRefused: Bool, within seconds: TimeInterval?) async throws -> String? {
        let token = try await LinqClient.within(seconds) { [tokens, last] () -> String? in
            if isRefused, await !tokens.refused(last) { return nil }
            return try await tokens.token()
        }
        guard let token = token ?? nil else { return nil }
        last = token
        return token
    }

    /// Hands it to core. Of one that no request can carry the provider is told too, lest it keep it.
    func give<Step>(
        _ token: String, _ names: [String: String], _ authorized: (_ token: String) throws -> Step
    ) async throws -> Step {
        do {
            return try LinqError.translated(names) { try authorized(token) }
        } catch LinqError.invalidArgument(let path, let reason) {
            _ = await tokens.refused(token)
            throw LinqError.invalidArgument(path: path, reason: reason)
        }
    }
}
