import Foundation
#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Gathers the replies of a session's tasks.
final class SessionDelegate: NSObject, URLSessionDataDelegate {
    /// A task under way.
    private struct Exchange {
        let reply = Once<HTTPResponse>()
        let progress: @Sendable (UploadProgress) -> Void
        var body = Data()
        var isTooLarge = false
        /// Whether the reply asks for credentials other than ours.
        var isChallenge = false
        /// Whether no request was begun on any connection.
        var sentNothing = false
    }

    private let exchanges = Locked([ObjectIdentifier: Exchange]())
    private let maxResponseBytes: Int

    init(maxResponseBytes: Int) {
        self.maxResponseBytes = maxResponseBytes
    }

    /// Follows a task from now on.
    func add(_ task: URLSessionTask, _ progress: @escaping @Sendable (UploadProgress) -> Void) -> Once<HTTPResponse> {
        let exchange = Exchange(progress: progress)
        exchanges.withLock { $0[task.id] = exchange }
        return exchange.reply
    }

    /// Follows a task no longer.
    func remove(_ task: URLSessionTask) {
        exchanges.withLock { _ = $0.removeValue(forKey: task.id) }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLarge = exchanges.withLock { exchanges in
            guard var exchange = exchanges.removeValue(forKey: dataTask.id) else { return false }
            if exchange.isTooLarge || exchange.body.count + data.count > maxResponseBytes {
                // Pieces still come: what follows a gap is no reply.
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
        guard let exchange = exchanges.withLock({ $0[task.id] }) else { return }
        exchange.reply.finish(result(task, exchange, error))
    }

    #if !os(Linux)
        /// Comes before the end of the task. Foundation on Linux has no metrics.
        func urlSession(
            _ session: URLSession, task: URLSessionTask, didFinishCollecting metrics: URLSessionTaskMetrics
        ) {
            let sentNothing = metrics.transactionMetrics.allSatisfy { $0.requestStartDate == nil }
            exchanges.withLock { $0[task.id]?.sentNothing = sentNothing }
        }
    #endif

    private func result(
        _ task: URLSessionTask, _ exchange: Exchange, _ error: (any Error)?
    ) -> Result<HTTPResponse, any Error> {
        if exchange.isTooLarge {
            let reason = "more than \(maxResponseBytes) bytes"
            return .failure(TransportError(.responseTooLarge, reason: reason))
        }
        // Foundation on Linux calls a refused challenge cancelled, though the reply is complete.
        if let error, !(exchange.isChallenge && (error as? URLError)?.code == .cancelled) {
            return .failure(TransportError(error, sentNothing: exchange.sentNothing))
        }
        guard let response = task.response as? HTTPURLResponse else {
            return .failure(TransportError(.connectionLost, reason: "the reply was not HTTP"))
        }
        let headers = response.allHeaderFields.map { HTTPHeader(name: "\($0.key)", value: "\($0.value)") }
        return .success(HTTPResponse(status: response.statusCode, headers: headers, body: exchange.body))
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didSendBodyData bytesSent: Int64, totalBytesSent: Int64,
        totalBytesExpectedToSend: Int64
    ) {
        let progress = exchanges.withLock { $0[task.id]?.progress }
        progress?(UploadProgress(sentBytes: totalBytesSent, totalBytes: totalBytesExpectedToSend))
    }

    /// The key is in its header: 401 is a reply as any other, whatever it asks for.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        let space = challenge.protectionSpace
        guard !space.isProxy(), Self.refused.contains(space.authenticationMethod) else {
            return completionHandler(.performDefaultHandling, nil)
        }
        exchanges.withLock { $0[task.id]?.isChallenge = true }
        completionHandler(.rejectProtectionSpace, nil)
    }

    /// What is left are certificates and proxies.
    private static let refused: Set<String> = [
        NSURLAuthenticationMethodDefault, NSURLAuthenticationMethodHTTPBasic, NSURLAuthenticationMethodHTTPDigest,
        NSURLAuthenticationMethodNTLM, NSURLAuthenticationMethodNegotiate, NSURLAuthenticationMethodHTMLForm,
    ]

    /// A redirect is the reply: the key is not for wherever it leads.
    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }
}

extension URLSessionTask {
    /// Unlike `taskIdentifier`, not shared by tasks of several sessions.
    fileprivate var id: ObjectIdentifier { ObjectIdentifier(self) }
}

extension TransportError {
    /// The failure of a session's task, without the address, which may be secret. Only what proves that nothing was sent
    /// is `notConnected` or `invalidRequest`; `sentNothing` is the session's own proof.
    init(_ error: any Error, sentNothing: Bool) {
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
                sentNothing || error.isFailedConnectOfLibcurl
                    ? .notConnected : error.code == .timedOut ? .timedOut : .connectionLost
            default:
                .connectionLost
            }
        self.init(kind, reason: "URLError \(error.code.rawValue)")
    }
}

extension URLError {
    /// Foundation on Linux has -1004 also for a connection that broke, where another address of the host refused one
    /// before. Only libcurl's text tells them apart.
    fileprivate var isFailedConnectOfLibcurl: Bool {
        #if os(Linux)
            code == .cannotFindHost || code == .cannotConnectToHost && text.hasPrefix("Failed to connect to ")
        #else
            false
        #endif
    }

    /// Foundation on Linux has no code for it.
    fileprivate var isRejectedCertificateOfLibcurl: Bool {
        #if os(Linux)
            text.hasPrefix("SSL certificate problem") || text.hasPrefix("SSL: no alternative certificate subject name")
        #else
            false
        #endif
    }

    private var text: String { userInfo[NSLocalizedDescriptionKey] as? String ?? "" }
}
