import Foundation

/// An HTTP transport: ``URLSessionTransport``, `ServerTransport` on Linux, or your own.
///
/// A transport sends a request once and verbatim, without following redirects: retries, delays and deadlines are up to
/// the client. It throws ``TransportError`` if there is no response; any other error ends the call, which throws it
/// unchanged. It must stop at once when its task is cancelled.
public protocol HTTPTransport: Sendable {
    /// Sends a request and returns the response, regardless of its status.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse

    /// Sends a file as the body of a request without a body. The request goes to the storage, not to Linq or your
    /// backend: do not add headers that are meant for those.
    ///
    /// The default implementation reads the file into memory and calls ``send(_:)``. To send a file while it is read,
    /// use ``UploadSource/file`` or ``UploadSource/stream()``, and do not catch their errors.
    func upload(
        _ source: UploadSource, with request: HTTPRequest, progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> HTTPResponse

    /// Requests a file from the storage and passes the response to `body`. The request goes to the storage, not to Linq
    /// or your backend: do not add headers that are meant for those. The returned response has the body only if it is
    /// not the file.
    ///
    /// The default implementation reads the file into memory by ``send(_:)``.
    func download(_ request: HTTPRequest, into body: DownloadBody) async throws -> HTTPResponse
}

extension HTTPTransport {
    public func upload(
        _ source: UploadSource, with request: HTTPRequest, progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> HTTPResponse {
        var request = request
        let body = try source.read()
        request.body = body
        let response = try await send(request)
        progress(UploadProgress(sentBytes: Int64(body.count), totalBytes: Int64(body.count)))
        return response
    }

    public func download(_ request: HTTPRequest, into body: DownloadBody) async throws -> HTTPResponse {
        let response = try await send(request)
        guard try body.begin(status: response.status, headers: response.headers) else { return response }
        try body.write(response.body)
        return HTTPResponse(status: response.status, headers: response.headers, body: Data())
    }
}

/// A failed attempt: no response was received.
public struct TransportError: Error, Hashable, Sendable {
    /// The stage at which an attempt failed, which decides whether it is retried.
    public enum Kind: Hashable, Sendable {
        /// No connection: the host was not found, refused the connection, or TLS failed. The transport must be certain
        /// that nothing was sent; otherwise it reports ``connectionLost``.
        case notConnected
        /// The request was not sent, since it is not valid HTTP or the server's certificate was rejected. Not
        /// retryable.
        case invalidRequest
        /// The attempt timed out.
        case timedOut
        /// The connection was lost, or the response was incomplete or not HTTP.
        case connectionLost
        /// The response is larger than the transport's limit.
        case responseTooLarge
    }

    /// The stage at which the attempt failed.
    public let kind: Kind
    /// Human-readable cause, part of the message of the call's error.
    public let reason: String

    /// Creates an error.
    public init(_ kind: Kind, reason: String) {
        self.kind = kind
        self.reason = reason
    }
}
