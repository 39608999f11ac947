import Foundation
internal import LinqFFI

extension AttachmentsResource {
    /// Uploads a file as an attachment for messages: creates the attachment, sends the file to the storage, and retries
    /// both if that is safe. The storage does not receive the key.
    ///
    /// - Parameters:
    ///   - source: The file, at most 100 MB.
    ///   - contentType: The content type; by default guessed from the file name.
    ///   - timeout: Maximum seconds for one transfer; by default 60, and one more for each 128 KiB.
    ///   - maxRetries: Maximum number of retries.
    ///   - deadline: Maximum seconds for the whole upload, including token fetches, delays and retries.
    ///   - progress: Receives the progress, on a queue of the transport.
    /// - Throws: ``LinqError``, an error of the transport or the token provider, or `CancellationError` if the task is
    ///   cancelled.
    public func upload(
        _ source: UploadSource,
        contentType: SupportedContentType? = nil,
        timeout: TimeInterval? = nil,
        maxRetries: Int? = nil,
        deadline: TimeInterval? = nil,
        progress: @escaping @Sendable (UploadProgress) -> Void = { _ in }
    ) async throws -> UploadedFile {
        let config = LinqFFI.UploadConfig(
            filename: source.filename,
            contentType: contentType?.rawValue,
            timeout: try Checked.seconds("timeout", timeout),
            maxRetries: try Checked.count("maxRetries", maxRetries),
            deadline: try Checked.seconds("deadline", deadline)
        )
        let size = try source.size()
        let upload = try LinqError.rethrowing(client.argumentNames) {
            try client.engine.beginUpload(size: size, options: config)
        }
        return try await client.run(upload, source, progress)
    }
}

extension Linq {
    /// Executes the steps of an upload, and returns the uploaded file.
    fileprivate func run(
        _ upload: LinqFFI.PendingUpload, _ source: UploadSource,
        _ progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> UploadedFile {
        defer { observe(upload.takeAttempts) }
        var authorization = Authorization(tokens)
        var step = try LinqError.rethrowing { try upload.start() }
        while true {
            observe(upload.takeAttempts)
            let outcome: Result<HTTPResponse, TransportError>
            switch step {
            case .done(let file):
                return UploadedFile(file)
            case .token(let isRejected, let timeout):
                let token = try await authorization.token(isRejected, timeout: timeout)
                if let token {
                    step = try await authorization.submit(token, argumentNames) { try upload.supplyToken(token: $0) }
                } else {
                    step = try LinqError.rethrowing { try upload.tokenUnavailable() }
                }
                continue
            case .call(let request, let delay, let timeout):
                try await sleep(delay)
                outcome = try await attempt(timeout) { [transport] in
                    try await transport.send(HTTPRequest(request, timeout: timeout))
                }
            case .put(let method, let url, let headers, let size, _, let delay, let timeout):
                try await sleep(delay)
                let request = HTTPRequest(
                    method: method, url: url, headers: headers.map(HTTPHeader.init), body: nil, timeout: timeout)
                do {
                    guard try source.size() == size else {
                        throw LinqError.upload(
                            detail: "\(source.name): does not have the declared size of \(size) bytes")
                    }
                    outcome = try await attempt(timeout) { [transport] in
                        try await transport.upload(source, with: request, progress: progress)
                    }
                } catch LinqError.upload(let detail) {
                    // Core deletes the attachment.
                    step = try LinqError.rethrowing { try upload.handleSourceError(reason: detail) }
                    continue
                }
            }
            step = try LinqError.rethrowing {
                switch outcome {
                case .success(let response): try upload.handleResponse(response: response.core())
                case .failure(let error): try upload.handleFailure(failure: error.kind.core, reason: error.reason)
                }
            }
        }
    }
}

extension UploadedFile {
    init(_ file: LinqFFI.UploadedFile) {
        self.init(
            attachmentID: file.attachmentId, downloadURL: file.downloadUrl.map(Secret.init(_:)),
            filename: file.filename, contentType: SupportedContentType(rawValue: file.contentType),
            sizeBytes: Int(file.sizeBytes))
    }
}
