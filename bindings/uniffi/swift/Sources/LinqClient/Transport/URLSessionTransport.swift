import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends requests with a `URLSession` of its own: without cookies, caches, stored passwords or redirects. The default on
/// Apple's platforms.
///
/// Connections are kept for the next requests, and closed when the transport goes away. The session may repeat a request
/// that only reads.
///
/// - Warning: On Linux, use `ServerTransport`, the default. There, Foundation (6.0) ends the process when a connection
///   breaks in the head of a response, and when an upload from a file ends early: the storage answers or closes the
///   connection before it has the whole file, the time runs out, or the task is cancelled. Each request that changes
///   state has a session and a connection of its own there, since libcurl repeats requests on kept ones.
public final class URLSessionTransport: HTTPTransport {
    private let session: URLSession
    private let delegate: SessionDelegate
    #if os(Linux)
        private let configuration: URLSessionConfiguration
    #endif

    /// Begins a session.
    ///
    /// - Parameters:
    ///   - configuration: Of the session: proxies, TLS, what may go over cellular. It is copied.
    ///   - maxResponseBytes: Maximum size of a response after decompression, also of a storage's; a larger one is
    ///     ``TransportError/Kind/responseTooLarge``.
    public init(configuration: URLSessionConfiguration = .ephemeral, maxResponseBytes: Int = 32 << 20) {
        let own = configuration.copy() as? URLSessionConfiguration ?? .ephemeral
        own.httpShouldSetCookies = false
        own.httpCookieStorage = nil
        own.urlCredentialStorage = nil
        own.urlCache = nil
        own.requestCachePolicy = .reloadIgnoringLocalCacheData
        delegate = SessionDelegate(maxResponseBytes: maxResponseBytes)
        session = URLSession(configuration: own, delegate: delegate, delegateQueue: nil)
        #if os(Linux)
            self.configuration = own
        #endif
    }

    deinit {
        session.finishTasksAndInvalidate()
    }

    public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard request.body == nil || request.method.uppercased() != "GET" else {
            throw TransportError(.invalidRequest, reason: "a URLSession sends no GET with a body")
        }
        var message = try Self.message(request)
        message.httpBody = request.body
        return try await run(request, { $0.dataTask(with: message) }, { _ in })
    }

    /// Reads the file from disk while it is sent.
    public func upload(
        _ source: UploadSource, with request: HTTPRequest, progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> HTTPResponse {
        let message = try Self.message(request)
        if let file = source.file {
            return try await run(request, { $0.uploadTask(with: message, fromFile: file) }, progress)
        }
        let data = try source.read()
        return try await run(request, { $0.uploadTask(with: message, from: data) }, progress)
    }

    private func run(
        _ request: HTTPRequest, _ make: (URLSession) -> URLSessionTask,
        _ progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> HTTPResponse {
        #if os(Linux)
            let isRead = ["GET", "HEAD", "OPTIONS"].contains(request.method.uppercased())
            let session =
                isRead ? session : URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
            defer { if !isRead { session.finishTasksAndInvalidate() } }
        #endif
        let task = make(session)
        let reply = delegate.add(task, progress)
        defer { delegate.remove(task) }
        return try await withTaskCancellationHandler {
            task.resume()
            return try await reply.value()
        } onCancel: {
            task.cancel()
        }
    }

    private static func message(_ request: HTTPRequest) throws -> URLRequest {
        guard let url = URL(string: request.url), ["http", "https"].contains(url.scheme?.lowercased()), url.host != nil
        else {
            throw TransportError(.invalidRequest, reason: "the address is not an HTTP URL")
        }
        // Longer than the client's own, which counts all of it and not only the silence in between.
        var message = URLRequest(url: url, timeoutInterval: request.timeout + 5)
        message.httpMethod = request.method
        for header in request.headers where header.name.lowercased() != "content-length" {
            message.addValue(header.value, forHTTPHeaderField: header.name)
        }
        return message
    }
}

extension URLSessionTransport: CustomStringConvertible, CustomReflectable {
    /// Without what is under way.
    public var description: String { "URLSessionTransport" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
