import Foundation
internal import LinqFFI

/// A client for the Linq Partner API v3.
///
/// An app talks to a backend of yours, which holds the API key and passes on what it allows, and shows it what it knows
/// the user by:
///
/// ```swift
/// let tokens = CachedTokenProvider { try await session.linqToken() }
/// let linq = try Linq(backend: backend, tokens: tokens)
/// try await linq.chats.participants.add(chatId: chat.id, handle: "+12052499136")
/// ```
///
/// May be used from many tasks at once. Cancelling a task cancels its requests.
public final class Linq: Sendable {
    let engine: LinqFFI.Engine
    let tokens: any TokenProvider
    let transport: any HTTPTransport

    /// A client of your own backend.
    ///
    /// - Parameters:
    ///   - backend: Where requests go, in place of `https://api.linqapp.com/api/partner`; `https`, or `http` on this
    ///     machine.
    ///   - tokens: Gives what the backend knows the app by.
    ///   - configuration: What is to be otherwise than usual.
    ///   - transport: Sends the requests: by default a ``URLSessionTransport`` on Apple's platforms, and on Linux a
    ///     `ServerTransport` that all clients share.
    /// - Throws: ``LinqError/invalid(path:reason:)`` if an argument is invalid.
    public init(
        backend: URL,
        tokens: any TokenProvider,
        configuration: Configuration = Configuration(),
        transport: (any HTTPTransport)? = nil
    ) throws {
        self.engine = try configuration.engine(baseURL: backend, "backend")
        self.tokens = tokens
        self.transport = try transport ?? Self.defaultTransport()
    }

    /// A client for servers: it holds the API key itself.
    ///
    /// Not for apps. Whoever has an app has every key in it, and this one sends from your lines and reads your
    /// chats: use ``init(backend:tokens:configuration:transport:)`` there.
    ///
    /// - Parameters:
    ///   - apiKey: The key. It may have spaces inside, but not around it: HTTP would drop those.
    ///   - baseURL: Where requests go, if not to Linq; a `/v3` after `/api/partner` is dropped.
    ///   - configuration: What is to be otherwise than usual.
    ///   - transport: Sends the requests: by default a ``URLSessionTransport`` on Apple's platforms, and on Linux a
    ///     `ServerTransport` that all clients share.
    /// - Throws: ``LinqError/invalid(path:reason:)`` if an argument is invalid.
    public init(
        apiKey: String,
        baseURL: URL? = nil,
        configuration: Configuration = Configuration(),
        transport: (any HTTPTransport)? = nil
    ) throws {
        self.engine = try configuration.engine(baseURL: baseURL, "baseURL")
        self.tokens = FixedToken(text: apiKey)
        self.transport = try transport ?? Self.defaultTransport()
    }

    private static func defaultTransport() throws -> any HTTPTransport {
        #if os(Linux)
            try ServerTransport.shared.get()
        #else
            URLSessionTransport()
        #endif
    }

    /// Where requests go.
    public var baseURL: String { engine.baseUrl() }
}

extension Linq: CustomStringConvertible, CustomReflectable {
    public var description: String { "Linq(baseURL: \(baseURL))" }
    public var customMirror: Mirror { Mirror(self, children: ["baseURL": baseURL]) }
}
