import Foundation
internal import LinqFFI

extension AttachmentsResource {
    /// Downloads a file into memory. An interrupted download is retried from the start, and the storage does not receive
    /// the key.
    ///
    /// - Parameters:
    ///   - source: The file.
    ///   - maxBytes: Maximum size of the file; by default 100 MiB. A larger file is a ``LinqError/download(detail:status:)``.
    ///   - timeout: Maximum seconds without a byte of the file; by default the timeout of a call.
    ///   - maxRetries: Maximum number of retries.
    ///   - deadline: Maximum seconds for the whole download, including token fetches, delays and retries.
    ///   - progress: Receives the progress, on a queue of the transport.
    /// - Throws: ``LinqError``, an error of the transport or the token provider, or `CancellationError` if the task is
    ///   cancelled.
    public func download(
        _ source: DownloadSource,
        maxBytes: Int? = nil,
        timeout: TimeInterval? = nil,
        maxRetries: Int? = nil,
        deadline: TimeInterval? = nil,
        progress: @escaping @Sendable (DownloadProgress) -> Void = { _ in }
    ) async throws -> Data {
        let download = try begin(source, maxBytes, timeout, maxRetries, deadline)
        let target = MemoryTarget()
        _ = try await client.run(download, target, progress)
        return target.data
    }

    /// Downloads a file to disk, and returns its size in bytes. It is written to a temporary file in the same folder; a
    /// file that exists is replaced once the download is complete.
    ///
    /// - Parameters:
    ///   - source: The file.
    ///   - file: The file URL to write to.
    ///   - maxBytes: Maximum size of the file; by default 100 MiB. A larger file is a ``LinqError/download(detail:status:)``.
    ///   - timeout: Maximum seconds without a byte of the file; by default the timeout of a call.
    ///   - maxRetries: Maximum number of retries.
    ///   - deadline: Maximum seconds for the whole download, including token fetches, delays and retries.
    ///   - progress: Receives the progress, on a queue of the transport.
    /// - Throws: ``LinqError``, an error of the transport or the token provider, or `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func download(
        _ source: DownloadSource,
        to file: URL,
        maxBytes: Int? = nil,
        timeout: TimeInterval? = nil,
        maxRetries: Int? = nil,
        deadline: TimeInterval? = nil,
        progress: @escaping @Sendable (DownloadProgress) -> Void = { _ in }
    ) async throws -> Int {
        let download = try begin(source, maxBytes, timeout, maxRetries, deadline)
        do {
            let target = try FileTarget(file)
            defer { target.discard() }
            let size = try await client.run(download, target, progress)
            try target.complete()
            return size
        } catch let failure as TargetFailure {
            throw failure.error
        }
    }

    private func begin(
        _ source: DownloadSource, _ maxBytes: Int?, _ timeout: TimeInterval?, _ maxRetries: Int?,
        _ deadline: TimeInterval?
    ) throws -> LinqFFI.PendingDownload {
        if let maxBytes, maxBytes < 0 {
            throw LinqError.invalidArgument(path: "maxBytes", reason: "must not be negative")
        }
        let config = LinqFFI.DownloadConfig(
            attachmentId: source.attachmentID,
            url: source.url?.value,
            maxBytes: maxBytes.map { UInt64($0) },
            timeout: try Checked.seconds("timeout", timeout),
            maxRetries: try Checked.count("maxRetries", maxRetries),
            deadline: try Checked.seconds("deadline", deadline)
        )
        return try LinqError.rethrowing(client.argumentNames.merging(["attachment_id": "attachmentID"]) { $1 }) {
            try client.engine.beginDownload(options: config)
        }
    }
}

extension Linq {
    /// Executes the steps of a download, and returns the size of the file.
    fileprivate func run(
        _ download: LinqFFI.PendingDownload, _ target: any DownloadTarget,
        _ progress: @escaping @Sendable (DownloadProgress) -> Void
    ) async throws -> Int {
        defer { observe(download.takeAttempts) }
        var authorization = Authorization(tokens)
        var step = try LinqError.rethrowing { try download.start() }
        while true {
            observe(download.takeAttempts)
            let outcome: Result<HTTPResponse, TransportError>
            switch step {
            case .done(let size):
                return Int(size)
            case .token(let isRejected, let timeout):
                let token = try await authorization.token(isRejected, timeout: timeout)
                if let token {
                    step = try await authorization.submit(token, argumentNames) { try download.supplyToken(token: $0) }
                } else {
                    step = try LinqError.rethrowing { try download.tokenUnavailable() }
                }
                continue
            case .call(let request, let delay, let timeout):
                try await sleep(delay)
                outcome = try await attempt(timeout) { [transport] in
                    try await transport.send(HTTPRequest(request, timeout: timeout))
                }
            case .get(let request, let delay, let stallTimeout, let timeout):
                try await sleep(delay)
                let body = DownloadBody(download, target, progress)
                do {
                    outcome = try await receive(HTTPRequest(request, timeout: timeout ?? 1e9), body, stallTimeout)
                } catch let failure as TargetFailure {
                    step = try LinqError.rethrowing { try download.handleTargetError(reason: failure.reason) }
                    continue
                }
            }
            step = try LinqError.rethrowing {
                switch outcome {
                case .success(let response): try download.handleResponse(response: response.core())
                case .failure(let error): try download.handleFailure(failure: error.kind.core, reason: error.reason)
                }
            }
        }
    }

    /// Requests a file once. A ``TransportError`` is returned, any other error is thrown.
    private func receive(
        _ request: HTTPRequest, _ body: DownloadBody, _ stallTimeout: TimeInterval
    ) async throws -> Result<HTTPResponse, TransportError> {
        let response = OneShot<HTTPResponse>()
        let work = Task { [transport] in
            do {
                response.finish(.success(try await transport.download(request, into: body)))
            } catch {
                response.finish(.failure(error))
            }
        }
        let watchdog = Task {
            let end = Date(timeIntervalSinceNow: request.timeout)
            while true {
                let (untilStalled, left) = (stallTimeout - body.idle, end.timeIntervalSinceNow)
                guard untilStalled > 0, left > 0 else {
                    let reason = untilStalled > 0 ? "no complete response in time" : "no byte within \(stallTimeout)s"
                    return response.finish(.failure(TransportError(.timedOut, reason: reason)))
                }
                try await CallTimer.sleep(min(untilStalled, left))
            }
        }
        var isComplete = false
        defer {
            work.cancel()
            watchdog.cancel()
            body.close(isComplete: isComplete)
        }
        do {
            let received = try await response.value()
            isComplete = true
            return .success(received)
        } catch let error as TransportError {
            // A cancelled transport may report any failure.
            try Task.checkCancellation()
            return .failure(error)
        } catch is DownloadStopped {
            // Core knows why.
            return .failure(TransportError(.connectionLost, reason: "stopped"))
        }
    }
}
