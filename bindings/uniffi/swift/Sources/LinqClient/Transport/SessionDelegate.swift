import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Collects the responses of a session's tasks.
final class SessionDelegate: NSObject, URLSessionDataDelegate {
    /// A task in progress.
    private struct Exchange {
        let response = OneShot<HTTPResponse>()
        let progress: @Sendable (UploadProgress) -> Void
        /// Receives the body of a download, if it is the file.
        let download: DownloadBody?
        /// True if the body is the file; `nil` before its first byte.
        var isFile: Bool?
        /// An error of the download's body.
        var stopped: (any Error)?
        var body = Data()
        var isTooLarge = false
        /// True if the response requests other credentials.
        var isChallenge = false
        /// True if no request was started on any connection.
        var nothingWasSent = false
    }

    private let exchanges = Locked([ObjectIdentifier: Exchange]())
    private let maxResponseBytes: Int

    init(maxResponseBytes: Int) {
        self.maxResponseBytes = maxResponseBytes
    }

    /// Registers a task, and returns the promise of its response.
    func add(
        _ task: URLSessionTask, download: DownloadBody?, _ progress: @escaping @Sendable (UploadProgress) -> Void
    ) -> OneShot<HTTPResponse> {
        let exchange = Exchange(progress: progress, download: download)
        exchanges.withLock { $0[task.id] = exchange }
        return exchange.response
    }

    /// Unregisters a task.
    func remove(_ task: URLSessionTask) {
        exchanges.withLock { _ = $0.removeValue(forKey: task.id) }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        guard exchanges.withLock({ $0[dataTask.id]?.download }) == nil else {
            return receive(data, dataTask)
        }
        collect(data, dataTask)
    }

    /// Passes bytes to the body of a download. The delegate's queue is serial.
    private func receive(_ data: Data, _ task: URLSessionTask) {
        guard let exchange = exchanges.withLock({ $0[task.id] }), exchange.stopped == nil,
            let download = exchange.download
        else { return }
        do {
            let isFile = try exchange.isFile ?? begin(download, task)
            exchanges.withLock { $0[task.id]?.isFile = isFile }
            if isFile {
                try download.write(data)
            } else {
                collect(data, task)
            }
        } catch {
            exchanges.withLock { $0[task.id]?.stopped = error }
            task.cancel()
        }
    }

    private func begin(_ download: DownloadBody, _ task: URLSessionTask) throws -> Bool {
        guard let response = task.response as? HTTPURLResponse else { return false }
        return try download.begin(status: response.statusCode, headers: response.headers)
    }

    private func collect(_ data: Data, _ dataTask: URLSessionTask) {
        let isTooLarge = exchanges.withLock { exchanges in
            guard var exchange = exchanges.removeValue(forKey: dataTask.id) else { return false }
            if exchange.isTooLarge || exchange.body.count + data.count > maxResponseBytes {
                // Later data must not be taken for the body.
                exchange.isTooLarge = true
                exchange.body = Data()
            } else {
                exchange.body.append(data)
            }
            exchanges[dataTask.id] = exchange
            return exchange.isTooLarge
        }
        if isTooLarge {
            dataTask.cancel()
        }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        // The body of a download may be empty.
        if error == nil, exchanges.withLock({ $0[task.id]?.isFile == nil }) { receive(Data(), task) }
        guard let exchange = exchanges.withLock({ $0[task.id] }) else { return }
        exchange.response.finish(result(task, exchange, error))
    }

    #if !os(Linux)
        /// Called before the completion of the task. Foundation on Linux has no metrics.
        func urlSession(
            _ session: URLSession, task: URLSessionTask, didFinishCollecting metrics: URLSessionTaskMetrics
        ) {
            let nothingWasSent = metrics.transactionMetrics.allSatisfy { $0.requestStartDate == nil }
            exchanges.withLock { $0[task.id]?.nothingWasSent = nothingWasSent }
        }
    #endif

    private func result(
        _ task: URLSessionTask, _ exchange: Exchange, _ error: (any Error)?
    ) -> Result<HTTPResponse, any Error> {
        if let stopped = exchange.stopped {
            return .failure(stopped)
        }
        if exchange.isTooLarge {
            let reason = "more than \(maxResponseBytes) bytes"
            return .failure(TransportError(.responseTooLarge, reason: reason))
        }
        // Foundation on Linux reports a rejected challenge as cancelled, although the response is complete.
        if let error, !(exchange.isChallenge && (error as? URLError)?.code == .cancelled) {
            return .failure(TransportError(error, nothingWasSent: exchange.nothingWasSent))
        }
        guard let response = task.response as? HTTPURLResponse else {
            return .failure(TransportError(.connectionLost, reason: "not an HTTP response"))
        }
        return .success(
            HTTPResponse(status: response.statusCode, headers: response.headers, body: exchange.body))
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didSendBodyData bytesSent: Int64, totalBytesSent: Int64,
        totalBytesExpectedToSend: Int64
    ) {
        let progress = exchanges.withLock { $0[task.id]?.progress }
        progress?(UploadProgress(sentBytes: totalBytesSent, totalBytes: totalBytesExpectedToSend))
    }

    /// Rejects challenges for credentials, so that a 401 is an ordinary response: the key is in a header.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        let space = challenge.protectionSpace
        guard !space.isProxy(), Self.rejectedMethods.contains(space.authenticationMethod) else {
            return completionHandler(.performDefaultHandling, nil)
        }
        exchanges.withLock { $0[task.id]?.isChallenge = true }
        completionHandler(.rejectProtectionSpace, nil)
    }

    /// All methods except those for certificates.
    private static let rejectedMethods: Set<String> = [
        NSURLAuthenticationMethodDefault, NSURLAuthenticationMethodHTTPBasic, NSURLAuthenticationMethodHTTPDigest,
        NSURLAuthenticationMethodNTLM, NSURLAuthenticationMethodNegotiate, NSURLAuthenticationMethodHTMLForm,
    ]

    /// Returns a redirect as the response: the key must not be sent to another host.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}

extension HTTPURLResponse {
    fileprivate var headers: [HTTPHeader] {
        allHeaderFields.map { HTTPHeader(name: "\($0.key)", value: "\($0.value)") }
    }
}

extension URLSessionTask {
    /// Unique among the tasks of all sessions, unlike `taskIdentifier`.
    fileprivate var id: ObjectIdentifier { ObjectIdentifier(self) }
}

extension TransportError {
    /// Creates an error from that of a session's task. Omits the URL, which may be secret.
    ///
    /// It is `notConnected` or `invalidRequest` only if it is certain that nothing was sent, for example because the
    /// session's metrics show it (`nothingWasSent`).
    init(_ error: any Error, nothingWasSent: Bool) {
        guard let error = error as? URLError else {
            self.init(.connectionLost, reason: "\(type(of: error))")
            return
        }
        let kind: Kind =
            switch error.code {
            case .serverCertificateHasBadDate, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
                .serverCertificateNotYetValid, .appTransportSecurityRequiresSecureConnection:
                .invalidRequest
            case _ where error.isRejectedCertificateOfLibcurl:
                .invalidRequest
            case .cannotFindHost, .cannotConnectToHost, .dnsLookupFailed, .notConnectedToInternet,
                .secureConnectionFailed, .clientCertificateRejected, .clientCertificateRequired,
                .internationalRoamingOff, .dataNotAllowed, .callIsActive, .timedOut:
                nothingWasSent || error.isFailedConnectOfLibcurl
                    ? .notConnected : error.code == .timedOut ? .timedOut : .connectionLost
            default:
                .connectionLost
            }
        self.init(kind, reason: "\(error.summary) (URLError \(error.code.rawValue))")
    }
}

extension URLError {
    /// True if libcurl failed to connect. Foundation on Linux has the code -1004 also for a connection that was lost,
    /// if another address of the host refused one before; only libcurl's message distinguishes them.
    fileprivate var isFailedConnectOfLibcurl: Bool {
        #if os(Linux)
            code == .cannotFindHost || code == .cannotConnectToHost && text.hasPrefix("Failed to connect to ")
        #else
            false
        #endif
    }

    /// True if libcurl rejected the certificate, for which Foundation on Linux has no code.
    fileprivate var isRejectedCertificateOfLibcurl: Bool {
        #if os(Linux)
            text.hasPrefix("SSL certificate problem") || text.hasPrefix("SSL: no alternative certificate subject name")
        #else
            false
        #endif
    }

    /// The meaning of the code. The error's own description may be localized, or contain the URL.
    fileprivate var summary: String {
        switch code {
        case .cannotFindHost, .dnsLookupFailed: "host not found"
        case .cannotConnectToHost: "connection refused, or host not reachable"
        case .notConnectedToInternet, .internationalRoamingOff, .dataNotAllowed, .callIsActive: "no network"
        case .networkConnectionLost: "connection closed"
        case .timedOut: "timed out"
        case .secureConnectionFailed: "TLS failed"
        case .serverCertificateHasBadDate, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
            .serverCertificateNotYetValid:
            "certificate rejected"
        case .clientCertificateRejected, .clientCertificateRequired: "client certificate required or rejected"
        case .appTransportSecurityRequiresSecureConnection: "http blocked by App Transport Security"
        case .badServerResponse, .cannotParseResponse, .cannotDecodeContentData, .cannotDecodeRawData:
            "not a valid HTTP response"
        default: "failed"
        }
    }

    private var text: String { userInfo[NSLocalizedDescriptionKey] as? String ?? "" }
}
