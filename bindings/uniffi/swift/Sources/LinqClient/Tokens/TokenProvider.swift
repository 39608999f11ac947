/// A provider of the bearer token of each call: a token of your own backend, or an API key on a server.
///
/// Called before every call, off the main actor, unless its methods are isolated to it. It is subject to the call's
/// deadline and cancellation. Its errors are thrown by the call unchanged.
public protocol TokenProvider: Sendable {
    /// Returns a token.
    func token() async throws -> String

    /// Called when the server has rejected a token (401). Returns whether ``token()`` would now return another one,
    /// with which the call is retried once, with the same idempotency key and deadline.
    ///
    /// Also called for a token that is not a valid header value, such as an empty one; the call then fails in any case.
    func rejected(_ token: String) async -> Bool
}

extension TokenProvider {
    public func rejected(_ token: String) async -> Bool { false }
}

/// A provider of the same token for every call.
struct FixedToken: TokenProvider {
    let text: String

    func token() async throws -> String { text }
}

extension FixedToken: CustomStringConvertible, CustomReflectable {
    var description: String { "FixedToken" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
