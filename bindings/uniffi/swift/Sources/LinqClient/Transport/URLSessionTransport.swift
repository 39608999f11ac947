import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Carries requests by a `URLSession` of its own: without cookies, caches, stored passwords or
/// redirects.
///
/// Connections are kept for the next requests, and closed when the transport goes away.
public final class URLSessionTransport: HTTPTransport {
    private let session: URLSession
    private let delegate: SessionDelegate

    /// Begins a session.
    ///
    /// - Parameters:
    ///   - configuration: Of the session: proxies, TLS, what may go over cellular. It is copied.
    ///   - maxReplyBytes: Replies larger than this are refused; 32 MiB unless told otherwise.
    public init(configuration: URLSessionConfiguration = .ephemeral, maxReplyBytes: Int = 32 << 20) {
        let own = configuration.copy() as? URLSessionConfiguration ?? .ephemeral
        own.httpShouldSetCookies = false
        own.httpCookieStorage = nil
        own.urlCredentialStorage = nil
        own.urlCache = nil
        own.requestCachePolicy = .reloadIgnoringLocalCacheData
        delegate = SessionDelegate(maxReplyBytes: maxReplyBytes)
        session = URLSession(configuration: own, delegate: delegate, delegateQueue: nil)
    }

    deinit {
        session.finishTasksAndInvalidate()
    }

    public func send(_ request: HTTPRequest) async throws -> HTTPReply {
        guard request.body == nil || request.method.uppercased() != "GET" else {
            throw TransportError(.unsendable, reason: "a URLSession sends no GET with a body")
        }
        var message = try Self.message(request)
        message.httpBody = request.body
        return try await run(session.dataTask(with: message)) { _ in }
    }

    /// Reads the file from disk while it is sent.
    public func upload(
        _ source: UploadSource, with request: HTTPRequest, progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> HTTPReply {
        let message = try Self.message(request)
        let task =
            if let file = source.file {
                session.uploadTask(with: message, fromFile: file)
            } else {
                session.uploadTask(with: message, from: try source.read())
            }
        return try await run(task, progress)
    }

    private func run(
        _ task: URLSessionTask, _ progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> HTTPReply {
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
        guard let url = URL(string: request.url) else {
            throw TransportError(.unsendable, reason: "the address is no URL")
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
