import Foundation

/// The target of a download.
protocol DownloadTarget: Sendable {
    /// Name for error messages.
    var name: String { get }

    func write(_ chunk: Data) throws

    /// Removes all bytes that were written.
    func empty() throws
}

/// Bytes in memory.
final class MemoryTarget: DownloadTarget {
    private let content = Locked(Data())

    var name: String { "memory" }
    var data: Data { content.withLock { $0 } }

    func write(_ chunk: Data) { content.withLock { $0.append(chunk) } }

    func empty() { content.withLock { $0 = Data() } }
}

/// A file, which has a temporary name until it is complete, and is removed if it never is.
///
/// Its file handle is used by one attempt at a time, under the lock of its body.
final class FileTarget: DownloadTarget, @unchecked Sendable {
    private let file: URL
    private let partial: URL
    private let handle: FileHandle

    /// Creates the temporary file.
    ///
    /// - Throws: ``TargetFailure`` if the file cannot be written.
    init(_ file: URL) throws {
        guard file.isFileURL else {
            throw LinqError.invalidArgument(
                path: "file", reason: "not a file URL, as created by URL(fileURLWithPath:)")
        }
        let files = FileManager.default
        self.file = file
        partial = file.deletingLastPathComponent().appendingPathComponent(".linq-\(UUID().uuidString).part")
        var isDirectory = ObjCBool(false)
        if files.fileExists(atPath: file.path, isDirectory: &isDirectory), isDirectory.boolValue {
            throw TargetFailure(reason: "\(file.path): is a directory")
        }
        guard files.createFile(atPath: partial.path, contents: nil) else {
            throw TargetFailure(reason: "\(file.path): cannot be created")
        }
        do {
            handle = try FileHandle(forWritingTo: partial)
        } catch {
            try? files.removeItem(at: partial)
            throw TargetFailure(error, file.path)
        }
    }

    var name: String { file.path }

    func write(_ chunk: Data) throws { try handle.write(contentsOf: chunk) }

    func empty() throws {
        try handle.truncate(atOffset: 0)
    }

    /// Removes the temporary file; after ``complete()`` there is none. Not left to `deinit`, since a transport that is
    /// still running may hold the target.
    func discard() {
        try? handle.close()
        try? FileManager.default.removeItem(at: partial)
    }

    /// Renames the complete file, replacing one that exists.
    func complete() throws {
        try handle.close()
        guard rename(partial.path, file.path) == 0 else {
            throw TargetFailure(reason: "\(file.path): \(String(cString: strerror(errno)))")
        }
    }
}

extension TargetFailure {
    init(reason: String) {
        self.reason = reason
    }

    var error: LinqError { .download(detail: "the file cannot be written: \(reason)", status: nil) }
}
