import Foundation

/// A file to upload, at most 100 MB.
public struct UploadSource: Sendable {
    private enum Content: Sendable {
        case file(URL)
        case data(Data)
    }

    private let content: Content
    /// File name of the attachment.
    public let filename: String

    /// Returns a file on disk, which is read while it is sent. Its file name is that of the URL by default.
    public static func file(_ url: URL, filename: String? = nil) -> UploadSource {
        UploadSource(content: .file(url), filename: filename ?? url.lastPathComponent)
    }

    /// Returns a file in memory.
    public static func data(_ data: Data, filename: String) -> UploadSource {
        UploadSource(content: .data(data), filename: filename)
    }

    /// URL of the file on disk, with symbolic links resolved; `nil` if it is in memory.
    public var file: URL? {
        guard case .file(let url) = content else { return nil }
        return url.resolvingSymlinksInPath()
    }

    /// Returns the present size of the file in bytes.
    ///
    /// - Throws: ``LinqError/upload(detail:)`` if the file cannot be read, ``LinqError/invalidArgument(path:reason:)``
    ///   if its URL is not a file URL.
    public func size() throws -> UInt64 {
        switch content {
        case .data(let data): return UInt64(data.count)
        case .file:
            let path = try local().path
            let files = FileManager.default
            guard let attributes = try? files.attributesOfItem(atPath: path) else { throw unreadable("not found") }
            guard attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size] as? NSNumber
            else { throw unreadable("not a regular file") }
            guard files.isReadableFile(atPath: path) else { throw unreadable("permission denied") }
            return size.uint64Value
        }
    }

    /// Returns the content of the file.
    ///
    /// - Throws: The errors of ``size()``.
    public func read() throws -> Data {
        switch content {
        case .data(let data):
            return data
        case .file:
            _ = try size()
            let url = try local()
            guard let data = try? Data(contentsOf: url) else { throw unreadable("read failed") }
            return data
        }
    }

    /// Returns a new, unopened stream of the file, for a transport that does not read a file into memory.
    ///
    /// - Throws: The errors of ``size()``.
    public func stream() throws -> InputStream {
        if case .data(let data) = content {
            return InputStream(data: data)
        }
        _ = try size()
        guard let stream = InputStream(url: try local()) else { throw unreadable("cannot be opened") }
        return stream
    }

    /// Returns the path of a file on disk.
    ///
    /// - Throws: ``LinqError/invalidArgument(path:reason:)`` if its URL is not a file URL.
    func path() throws -> String { try local().path }

    /// Returns the file URL.
    private func local() throws -> URL {
        guard let file, file.isFileURL else {
            throw LinqError.invalidArgument(
                path: "source", reason: "not a file URL, as created by URL(fileURLWithPath:)")
        }
        return file
    }

    /// The path of the file, or its name if it is in memory, for error messages.
    var name: String { file?.path ?? filename }

    private func unreadable(_ reason: String) -> LinqError { .upload(detail: "\(name): \(reason)") }
}

/// The progress of an upload. A retry starts again from 0.
public struct UploadProgress: Hashable, Sendable {
    /// Number of bytes sent.
    public let sentBytes: Int64
    /// Size of the file in bytes.
    public let totalBytes: Int64

    /// Progress from 0 to 1.
    public var fraction: Double {
        totalBytes > 0 ? Double(sentBytes) / Double(totalBytes) : 0
    }

    /// Creates a progress report.
    public init(sentBytes: Int64, totalBytes: Int64) {
        self.sentBytes = sentBytes
        self.totalBytes = totalBytes
    }
}

/// An uploaded file, which messages can contain.
public struct UploadedFile: Hashable, Sendable {
    /// Identifier of the attachment, for any number of messages.
    public let attachmentID: String
    /// Download URL; `nil` if the server did not send one.
    public let downloadURL: Secret?
    /// File name.
    public let filename: String
    /// Declared content type.
    public let contentType: SupportedContentType
    /// Size in bytes.
    public let sizeBytes: Int

    /// Creates an uploaded file, for previews and tests.
    public init(
        attachmentID: String, downloadURL: Secret? = nil, filename: String, contentType: SupportedContentType,
        sizeBytes: Int
    ) {
        self.attachmentID = attachmentID
        self.downloadURL = downloadURL
        self.filename = filename
        self.contentType = contentType
        self.sizeBytes = sizeBytes
    }
}
