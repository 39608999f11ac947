#if os(Linux)
    import Foundation
    internal import LinqFFI

    /// The default transport on Linux, over the native library's HTTP stack: HTTP/1.1 and HTTP/2, TLS by rustls.
    ///
    /// Sends requests that change state once, without redirects and cookies. It takes the proxy from the environment
    /// (`HTTPS_PROXY`, `HTTP_PROXY`, `NO_PROXY`), except for loopback, and reuses connections. All transports of the
    /// process share two threads.
    public final class ServerTransport: HTTPTransport {
        private let core: LinqFFI.ServerTransport

        /// Creates a transport.
        ///
        /// - Parameters:
        ///   - connectTimeout: Maximum seconds to connect, including TLS.
        ///   - proxy: URL of a proxy for all requests, instead of that of the environment; `http` or `https`, with user
        ///     and password if required.
        ///   - rootCertificates: PEM files of certificates to trust, instead of the system's.
        ///   - maxResponseBytes: Maximum size of a response after decompression; a larger one is
        ///     ``TransportError/Kind/responseTooLarge``.
        /// - Throws: ``LinqError/invalidArgument(path:reason:)`` if an option is invalid, the system has no
        ///   certificates, or the native library was built without this transport.
        public init(
            connectTimeout: TimeInterval = 10, proxy: URL? = nil, rootCertificates: [Data] = [],
            maxResponseBytes: Int = 32 << 20
        ) throws {
            let config = LinqFFI.TransportConfig(
                connectTimeout: try Checked.seconds("connectTimeout", connectTimeout),
                proxy: proxy?.absoluteString, rootCertificates: rootCertificates,
                maxResponseBytes: UInt64(max(maxResponseBytes, 0)))
            core = try LinqError.rethrowing(["root_certificates": "rootCertificates"]) {
                try LinqFFI.ServerTransport(config: config)
            }
        }

        /// The default transport, shared by all clients.
        static let shared = Result { try ServerTransport() }

        public func send(_ request: HTTPRequest) async throws -> HTTPResponse {
            try await run(core.send(request: request.core, timeout: Self.timeout(request))) { _ in }
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
            let transfer = core.upload(request: request.core, path: path, timeout: Self.timeout(request))
            return try await run(transfer, progress)
        }

        /// Passes the file on as it is received.
        public func download(_ request: HTTPRequest, into body: DownloadBody) async throws -> HTTPResponse {
            // The client limits the time.
            let transfer = core.download(request: request.core, stallTimeout: 1e9, timeout: nil)
            return try await withTaskCancellationHandler {
                defer { transfer.cancel() }
                var head = HTTPResponse(status: 0, headers: [], body: Data())
                var isFile = false
                var error = Data()
                while true {
                    switch await transfer.next() {
                    case .head(let status, let headers):
                        head = HTTPResponse(status: Int(status), headers: headers.map(HTTPHeader.init), body: Data())
                        isFile = try body.begin(status: head.status, headers: head.headers)
                    case .chunk(let bytes) where isFile:
                        try body.write(bytes)
                    case .chunk(let bytes):
                        error.append(bytes)
                        if error.count >= maxErrorBytes {
                            return HTTPResponse(status: head.status, headers: head.headers, body: error)
                        }
                    case .end:
                        return HTTPResponse(status: head.status, headers: head.headers, body: error)
                    case .failed(let failure, let reason):
                        throw TransportError(TransportError.Kind(failure), reason: reason)
                    case .progress, .response, .sourceFailed, .cancelled:
                        try Task.checkCancellation()
                        throw TransportError(.connectionLost, reason: "the transfer was cancelled")
                    }
                }
            } onCancel: {
                transfer.cancel()
            }
        }

        private func run(
            _ transfer: LinqFFI.Transfer, _ progress: (UploadProgress) -> Void
        ) async throws -> HTTPResponse {
            try await withTaskCancellationHandler {
                while true {
                    switch await transfer.next() {
                    case .progress(let sent, let total):
                        progress(UploadProgress(sentBytes: Int64(sent), totalBytes: Int64(total)))
                    case .response(let response):
                        return HTTPResponse(response)
                    case .failed(let failure, let reason):
                        throw TransportError(TransportError.Kind(failure), reason: reason)
                    case .sourceFailed(let reason):
                        throw LinqError.upload(detail: reason)
                    case .head, .chunk, .end, .cancelled:
                        try Task.checkCancellation()
                        throw TransportError(.connectionLost, reason: "the transfer was cancelled")
                    }
                }
            } onCancel: {
                transfer.cancel()
            }
        }

        private static func timeout(_ request: HTTPRequest) -> TimeInterval {
            request.timeout.isFinite ? min(max(request.timeout, 0), 1e9) : 1e9
        }
    }

    /// Number of bytes to read of an error response to a download.
    private let maxErrorBytes = 64 << 10

    extension ServerTransport: CustomStringConvertible, CustomReflectable {
        public var description: String { "ServerTransport" }
        public var customMirror: Mirror { Mirror(self, children: []) }
    }
#endif
