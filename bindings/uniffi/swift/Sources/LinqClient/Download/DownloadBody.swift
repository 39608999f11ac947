import Foundation
internal import LinqFFI

/// The body of the response to a download, which an ``HTTPTransport`` passes on as it is received:
/// ``begin(status:headers:)`` with the head of the response, then ``write(_:)`` for each chunk if that returns true.
public final class DownloadBody: Sendable {
    private struct State {
        var isOpen = true
        var isWritten = false
        var lastActivity = Date()
    }

    private let download: LinqFFI.PendingDownload
    private let target: any DownloadTarget
    private let progress: @Sendable (DownloadProgress) -> Void
    private let state = Locked(State())

    init(
        _ download: LinqFFI.PendingDownload, _ target: any DownloadTarget,
        _ progress: @escaping @Sendable (DownloadProgress) -> Void
    ) {
        self.download = download
        self.target = target
        self.progress = progress
    }

    /// Returns true if the body is the file, which is written and not part of the ``HTTPResponse``; otherwise it is an
    /// error, of which the first 64 KiB are sufficient.
    ///
    /// - Throws: An error that a transport must rethrow, if the body must not be read.
    public func begin(status: Int, headers: [HTTPHeader]) throws -> Bool {
        try whileOpen { _ in
            switch download.handleHead(status: UInt16(clamping: status), headers: headers.map(\.core)) {
            case .file: true
            case .error: false
            case .stop: throw DownloadStopped()
            }
        }
    }

    /// Writes a chunk of the file.
    ///
    /// - Throws: An error that a transport must rethrow, if the rest must not be read.
    public func write(_ chunk: Data) throws {
        let report: DownloadProgress? = try whileOpen { state in
            let action = download.record(bytes: UInt64(chunk.count))
            if case .stop = action { throw DownloadStopped() }
            state.isWritten = true
            do {
                try target.write(chunk)
            } catch {
                throw TargetFailure(error, target.name)
            }
            guard case .report(let received, let total) = action else { return nil }
            return DownloadProgress(receivedBytes: Int64(received), totalBytes: total.map { Int64($0) })
        }
        if let report { progress(report) }
    }

    /// Seconds since the last byte, or the start.
    var idle: TimeInterval { state.withLock { Date().timeIntervalSince($0.lastActivity) } }

    /// Ends an attempt: the transport may still be running, and must not write any longer. After a failure, the target
    /// is emptied.
    func close(isComplete: Bool) {
        state.withLock { state in
            state.isOpen = false
            guard state.isWritten, !isComplete else { return }
            if (try? target.empty()) == nil { download.targetExhausted() }
        }
    }

    private func whileOpen<Result>(_ work: (inout State) throws -> Result) throws -> Result {
        try state.withLock { state in
            guard state.isOpen else { throw DownloadStopped() }
            let result = try work(&state)
            state.lastActivity = Date()
            return result
        }
    }
}

/// Core has decided to stop reading a body, or its attempt is over.
struct DownloadStopped: Error {}

/// A file could not be written.
struct TargetFailure: Error {
    let reason: String

    init(_ error: any Error, _ name: String) {
        let text = error.localizedDescription
        reason = text.contains(name) ? text : "\(name): \(text)"
    }
}
