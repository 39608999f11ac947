import Foundation

/// Sends requests: ``URLSessionTransport``, on Linux `ServerTransport`, or one of your own.
///
/// Sends a request once and as it is, and does not follow redirects: retries, pauses and deadlines are the client's.
/// Throws ``TransportError`` where no reply came; anything else that it throws ends the call and comes out of it as
/// it is. When its task is cancelled it stops at once.
public protocol HTTPTransport: Sendable {
    /// Sends a request and gives the reply, whatever its status.
    func send(_ request: HTTPRequest) async throws -> HTTPResponse

    /// Sends a file as the body of a request, which has none of its own. It goes to a storage, not to Linq or to your
    /// backend: what is added for those has no place in it.
    ///
    /// The usual implementation reads the file into memory and sends it in one piece. One that sends it as it is read
    /// finds it in ``UploadSource/file`` or ``UploadSource/stream()``. What those throw goes through.
    func upload(
        _ source: UploadSource, with request: HTTPRequest, progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> HTTPResponse
}

extension HTTPTransport {
    public func upload(
        _ source: UploadSource, with request: HTTPRequest, progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> HTTPResponse {
        var request = request
        let body = try source.read()
        request.body = body
        let reply = try await send(request)
        progress(UploadProgress(sentBytes: Int64(body.count), totalBytes: Int64(body.count)))
        return reply
    }
}

/// No reply came.
public struct TransportError: Error, Hashable, Sendable {
    /// How far the attempt got: it decides whether it may be made again.
    public enum Kind: Hashable, Sendable {
        /// No connection: the name did not resolve, nothing listened. Nothing was sent, which a transport has to be
        /// certain of: what may have been sent is ``interrupted``.
        case notConnected
        /// The request could not be sent, and never will be: the server's certificate was rejected, or the request is
        /// not valid HTTP. Final.
        case invalidRequest
        /// The time for this attempt ran out.
        case timedOut
        /// The connection broke, or the reply was cut short or was not HTTP.
        case connectionLost
        /// The reply is larger than the transport accepts.
        case responseTooLarge
    }

    /// How far the attempt got.
    public let kind: Kind
    /// For people; part of the error that the call throws.
    public let reason: String

    /// Says how far an attempt got.
    public init(_ kind: Kind, reason: String) {
        self.kind = kind
        self.reason = reason
    }
}
