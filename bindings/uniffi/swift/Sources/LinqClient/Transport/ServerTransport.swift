#if os(Linux)
    import Foundation
    internal import LinqFFI

    /// Sends requests with the HTTP stack of the native library (HTTP/1.1 and HTTP/2, TLS by rustls): the default on Linux.
    ///
    /// Sends a request that changes state once. Follows no redirects and keeps no cookies. A proxy is taken from the
    /// environment (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), but not for this machine. Connections are kept for the
    /// next requests; two threads are shared by all transports of the process.
    public final class ServerTransport: HTTPTransport {
        private let core: LinqFFI.ServerTransport

        /// Creates a transport.
        ///
        /// - Parameters:
        ///   - connectTimeout: Maximum seconds to connect, TLS included.
        ///   - proxy: Proxy for everything, in place of that of the environment; `http` or `https`, with user and
        ///     password if it needs them.
        ///   - rootCertificates: PEM files of certificates to trust, in place of those of the system.
        ///   - maxResponseBytes: Maximum size of a response after decompression; a larger one is
        ///     ``TransportError/Kind/responseTooLarge``.
        /// - Throws: ``LinqError/invalid(path:reason:)`` if an option is invalid, the system has no certificates, or the
        ///   native library was built without this transport.
        public init(
            connectTimeout: TimeInterval = 10, proxy: URL? = nil, rootCertificates: [Data] = [],
            maxResponseBytes: Int = 32 << 20
        ) throws {
            let settings = LinqFFI.TransportSettings(
                connectTimeout: try Checked.seconds("connectTimeout", connectTimeout),
                proxy: proxy?.absoluteString, rootCertificates: rootCertificates,
                maxResponseBytes: UInt64(max(maxResponseBytes, 0)))
            core = try LinqError.translated { try LinqFFI.ServerTransport(settings: settings) }
        }

        /// The transport of clients that are given none.
        static let shared = Result { try ServerTransport() }

        public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
            try await run(core.send(request: request.core, timeout: Self.time(request))) { _ in }
        }

        /// Reads a file from disk while it is sent.
        public func upload(
            _ source: UploadSource, with request: HTTPRequest, progress: @escaping @Sendable (UploadProgress) -> Void
        ) async throws -> HTTPResponse {
            var request = request
            var path: String?
            if source.file == nil {
                request.body = try source.read()
            } else {
                path = try source.path()
            }
            let transfer = core.upload(request: request.core, path: path, timeout: Self.time(request))
            return try await run(transfer, progress)
        }

        private func run(
            _ transfer: LinqFFI.Transfer, _ progress: (UploadProgress) -> Void
        ) async throws -> HTTPResponse {
            try await withTaskCancellationHandler {
                while true {
                    switch await transfer.next() {
                    case .progress(let sent, let total):
                        progress(UploadProgress(sentBytes: Int64(sent), totalBytes: Int64(total)))
                    case .reply(let reply):
                        return HTTPResponse(reply)
                    case .failed(let failure, let reason):
                        throw TransportError(TransportError.Kind(failure), reason: reason)
                    case .unreadable(let reason):
                        throw LinqError.upload(detail: reason)
                    case .cancelled:
                        try Task.checkCancellation()
                        throw TransportError(.connectionLost, reason: "the transfer ended early")
                    }
                }
            } onCancel: {
                transfer.cancel()
            }
        }

        private static func time(_ request: HTTPRequest) -> TimeInterval {
            request.timeout.isFinite ? min(max(request.timeout, 0), 1e9) : 1e9
        }
    }

    extension ServerTransport: CustomStringConvertible, CustomReflectable {
        public var description: String { "ServerTransport" }
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
