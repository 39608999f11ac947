import Foundation
internal import LinqFFI

/// A client for the Linq Partner API v3.
///
/// An app sends its calls to your backend, which has the API key, and authenticates with a token of its user:
///
/// ```swift
/// let tokens = CachedTokenProvider { try await session.linqToken() }
/// let linq = try Linq(backend: backend, tokens: tokens)
/// try await linq.chats.participants.add(chatID: chat.id, handle: "+12052499136")
/// ```
///
/// Can be used from many tasks at once. Cancelling a task cancels its requests.
public final class Linq: Sendable {
    let engine: LinqFFI.Engine
    let tokens: any TokenProvider
    let transport: any HTTPTransport
    let observer: (any AttemptObserver)?

    /// Creates a client of your own backend.
    ///
    /// - Parameters:
    ///   - backend: The base URL, in place of `https://api.linqapp.com/api/partner`; `https`, or `http` on loopback.
    ///   - tokens: The provider of tokens for your backend.
    ///   - config: The options of all calls.
    ///   - transport: The HTTP transport; by default a ``URLSessionTransport`` on Apple's platforms, and on Linux a
    ///     `ServerTransport` that all clients share.
    /// - Throws: ``LinqError/invalidArgument(path:reason:)`` if an argument is invalid.
    public init(
        backend: URL,
        tokens: any TokenProvider,
        config: ClientConfig = ClientConfig(),
        transport: (any HTTPTransport)? = nil
    ) throws {
        self.engine = try config.engine(baseURL: backend, "backend")
        self.tokens = tokens
        self.transport = try transport ?? Self.defaultTransport()
        self.observer = config.observer
    }

    /// Creates a client with an API key, for servers.
    ///
    /// Do not use this in an app: a key in an app can be extracted, and used to send from your lines and to read your
    /// chats. Use ``init(backend:tokens:config:transport:)`` there.
    ///
    /// - Parameters:
    ///   - apiKey: The API key. It can contain spaces, but not begin or end with one.
    ///   - baseURL: The base URL, Linq's own by default; a `/v3` after `/api/partner` is removed.
    ///   - config: The options of all calls.
    ///   - transport: The HTTP transport; by default a ``URLSessionTransport`` on Apple's platforms, and on Linux a
    ///     `ServerTransport` that all clients share.
    /// - Throws: ``LinqError/invalidArgument(path:reason:)`` if an argument is invalid.
    public init(
        apiKey: String,
        baseURL: URL? = nil,
        config: ClientConfig = ClientConfig(),
        transport: (any HTTPTransport)? = nil
    ) throws {
        self.engine = try config.engine(baseURL: baseURL, "baseURL")
        self.tokens = FixedToken(text: apiKey)
        self.transport = try transport ?? Self.defaultTransport()
        self.observer = config.observer
    }

    private static func defaultTransport() throws -> any HTTPTransport {
        #if os(Linux)
            try ServerTransport.shared.get()
        #else
            URLSessionTransport()
        #endif
    }

    /// Base URL of requests.
    public var baseURL: String { engine.baseUrl() }
}

extension Linq: CustomStringConvertible, CustomReflectable {
    public var description: String { "Linq(baseURL: \(baseURL))" }
    public var customMirror: Mirror { Mirror(self, children: ["baseURL": baseURL]) }
}
