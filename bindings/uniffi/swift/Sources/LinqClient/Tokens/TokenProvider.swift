/// Gives the token that a call is made with: what your backend knows the app by, or an API key on a server.
///
/// Asked before every call, and off the main actor, unless its methods are isolated to it. It has as long as the call's
/// deadline, and is cancelled with the call. What it throws comes out of the call as it is.
public protocol TokenProvider: Sendable {
    /// A token.
    func token() async throws -> String

    /// Told that the server refused a token (401). Whether ``token()`` would give another one now: with it the call
    /// goes on, once, under the same idempotency key and within the same deadline.
    ///
    /// Told of a token that no request can carry as well, such as an empty one; then the call ends in any case.
    func refused(_ token: String) async -> Bool
}

extension TokenProvider {
    public func refused(_ token: String) async -> Bool { false }
}

/// The same token for every call.
struct FixedToken: TokenProvider {
    let text: String

    func token() async throws -> String { text }
}

extension FixedToken: CustomStringConvertible, CustomReflectable {
    var description: String { "FixedToken" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
