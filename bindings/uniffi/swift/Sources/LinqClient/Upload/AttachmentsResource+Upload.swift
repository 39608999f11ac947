import Foundation
internal import LinqFFI

extension AttachmentsResource {
    /// Uploads a file, in one call, to where messages can carry it: announces it, sends it to the storage, and does
    /// both again where that is safe and can help. The storage does not see the key.
    ///
    /// - Parameters:
    ///   - source: The file, up to 100 MB.
    ///   - contentType: What it is, if its name does not tell.
    ///   - timeout: The seconds for the transfer; a minute and 128 KiB a second unless told otherwise.
    ///   - maxRetries: How often it may be tried again.
    ///   - deadline: The seconds for all of it: tokens, pauses and retries included.
    ///   - progress: Is told how far it is; from a queue of the transport's, never from the main thread by itself.
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func upload(
        _ source: UploadSource,
        contentType: SupportedContentType? = nil,
        timeout: TimeInterval? = nil,
        maxRetries: Int? = nil,
        deadline: TimeInterval? = nil,
        progress: @escaping @Sendable (UploadProgress) -> Void = { _ in }
    ) async throws -> UploadedFile {
        let settings = LinqFFI.UploadSettings(
            filename: source.filename,
            contentType: contentType?.rawValue,
            timeout: try Checked.seconds("timeout", timeout),
            maxRetries: try Checked.count("maxRetries", maxRetries),
            deadline: try Checked.seconds("deadline", deadline)
        )
        let size = try source.size()
        let upload = try LinqError.translated(client.names) {
            try client.engine.beginUpload(size: size, settings: settings)
        }
        return try await client.drive(upload, source, progress)
    }
}

extension Linq {
    /// Does what the upload says until it is done.
    fileprivate func drive(
        _ upload: LinqFFI.PendingUpload, _ source: UploadSource,
        _ progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> UploadedFile {
        var authorization = Authorization(tokens)
        var step = try LinqError.translated { try upload.start() }
        while true {
            let outcome: Result<HTTPResponse, TransportError>
            switch step {
            case .done(let file):
                return UploadedFile(file)
            case .token(let isRefused, let time):
                let token = try await authorization.token(isRefused, within: time)
                if let token {
                    step = try await authorization.give(token, names) { try upload.authorized(token: $0) }
                } else {
                    step = try LinqError.translated { try upload.unauthorized() }
                }
                continue
            case .call(let request, let after, let timeout):
                try await pause(after)
                outcome = try await attempt(timeout) { [transport] in
                    try await transport.send(HTTPRequest(request, timeout: timeout))
                }
            case .put(let method, let url, let headers, let size, _, let after, let timeout):
                try await pause(after)
                guard (try? source.size()) == size else {
                    let reason = "the file cannot be read, or is not what it was"
                    step = try LinqError.translated { try upload.unreadable(reason: reason) }
                    continue
                }
                let request = HTTPRequest(
                    method: method, url: url, headers: headers.map(HTTPHeader.init), body: nil, timeout: timeout)
                do {
                    outcome = try await attempt(timeout) { [transport] in
                        try await transport.upload(source, with: request, progress: progress)
                    }
                } catch LinqError.upload(let detail) {
                    // Core takes back what was announced.
                    step = try LinqError.translated { try upload.unreadable(reason: detail) }
                    continue
                }
            }
            step = try LinqError.translated {
                switch outcome {
                case .success(let reply): try upload.answered(reply: reply.core)
                case .failure(let error): try upload.failed(failure: error.kind.core, reason: error.reason)
                }
            }
        }
    }
}

extension UploadedFile {
    init(_ file: LinqFFI.UploadedFile) {
        self.init(
            attachmentId: file.attachmentId, downloadUrl: file.downloadUrl.map(PrivateText.init(_:)), filename: file.filename,
            contentType: SupportedContentType(rawValue: file.contentType), sizeBytes: Int(file.sizeBytes))
    }
}
