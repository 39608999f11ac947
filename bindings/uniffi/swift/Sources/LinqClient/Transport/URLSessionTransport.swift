import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The default transport on Apple's platforms, over a `URLSession` of its own without cookies, caches, stored
/// credentials or redirects.
///
/// It reuses connections until it is released. `URLSession` may retry requests that only read.
///
/// - Warning: On Linux, use the default `ServerTransport`. Foundation on Linux (6.0) crashes the process if a
///   connection is lost within the head of a response, or if an upload from a file ends early: the storage responds or
///   closes the connection before it has the whole file, the upload times out, or the task is cancelled. Each request
///   that changes state has its own session and connection there, since libcurl retries requests on reused ones.
public final class URLSessionTransport: HTTPTransport {
    private let session: URLSession
    private let delegate: SessionDelegate
    #if os(Linux)
        private let configuration: URLSessionConfiguration
    #endif

    /// Creates a transport.
    ///
    /// - Parameters:
    ///   - configuration: The configuration of the session, which is copied: proxies, TLS, cellular access.
    ///   - maxResponseBytes: Maximum size of a response after decompression, also of the storage; a larger one is
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
            throw TransportError(.invalidRequest, reason: "URLSession does not support GET requests with a body")
        }
        var urlRequest = try Self.urlRequest(request)
        urlRequest.httpBody = request.body
        return try await run(request, { $0.dataTask(with: urlRequest) }, { _ in })
    }

    /// Reads the file from disk while it is sent.
    public func upload(
        _ source: UploadSource, with request: HTTPRequest, progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> HTTPResponse {
        let urlRequest = try Self.urlRequest(request)
        if let file = source.file {
            return try await run(request, { $0.uploadTask(with: urlRequest, fromFile: file) }, progress)
        }
        let data = try source.read()
        return try await run(request, { $0.uploadTask(with: urlRequest, from: data) }, progress)
    }

    /// Passes the file on as it is received.
    public func download(_ request: HTTPRequest, into body: DownloadBody) async throws -> HTTPResponse {
        let urlRequest = try Self.urlRequest(request)
        return try await run(request, { $0.dataTask(with: urlRequest) }, into: body, { _ in })
    }

    private func run(
        _ request: HTTPRequest, _ make: (URLSession) -> URLSessionTask, into download: DownloadBody? = nil,
        _ progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> HTTPResponse {
        #if os(Linux)
            let isReadOnly = ["GET", "HEAD", "OPTIONS"].contains(request.method.uppercased())
            let session =
                isReadOnly ? session : URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
            defer { if !isReadOnly { session.finishTasksAndInvalidate() } }
        #endif
        let task = make(session)
        let response = delegate.add(task, download: download, progress)
        defer { delegate.remove(task) }
        return try await withTaskCancellationHandler {
            task.resume()
            return try await response.value()
        } onCancel: {
            task.cancel()
        }
    }

    private static func urlRequest(_ request: HTTPRequest) throws -> URLRequest {
        guard let url = URL(string: request.url), ["http", "https"].contains(url.scheme?.lowercased()), url.host != nil
        else {
            throw TransportError(.invalidRequest, reason: "not an HTTP URL")
        }
        // This limits only the idle time, and must not end before the client's own timeout.
        var urlRequest = URLRequest(url: url, timeoutInterval: request.timeout + 5)
        urlRequest.httpMethod = request.method
        for header in request.headers where header.name.lowercased() != "content-length" {
            urlRequest.addValue(header.value, forHTTPHeaderField: header.name)
        }
        return urlRequest
    }
}

extension URLSessionTransport: CustomStringConvertible, CustomReflectable {
    /// Omits the session.
    public var description: String { "URLSessionTransport" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
