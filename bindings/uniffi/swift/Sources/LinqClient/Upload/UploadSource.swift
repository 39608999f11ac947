import Foundation

/// A file to upload, up to 100 MB.
public struct UploadSource: Sendable {
    private enum Content: Sendable {
        case file(URL)
        case data(Data)
    }

    private let content: Content
    /// The name that it gets.
    public let filename: String

    /// A file on disk, which is read while it is sent; under its own name unless told otherwise.
    public static func file(_ url: URL, filename: String? = nil) -> UploadSource {
        UploadSource(content: .file(url), filename: filename ?? url.lastPathComponent)
    }

    /// A file in memory.
    public static func data(_ data: Data, filename: String) -> UploadSource {
        UploadSource(content: .data(data), filename: filename)
    }

    /// Where it is on disk, links followed; `nil` if it is in memory.
    public var file: URL? {
        guard case .file(let url) = content else { return nil }
        return url.resolvingSymlinksInPath()
    }

    /// How many bytes it has now.
    ///
    /// - Throws: ``LinqError/upload(detail:)`` if it cannot be read, ``LinqError/invalid(path:reason:)`` if its URL is
    ///   no file URL.
    public func size() throws -> UInt64 {
        switch content {
        case .data(let data): return UInt64(data.count)
        case .file:
            let path = try local().path
            let attributes = try? FileManager.default.attributesOfItem(atPath: path)
            guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular,
                let size = attributes[.size] as? NSNumber, FileManager.default.isReadableFile(atPath: path)
            else { throw Self.unreadable }
            return size.uint64Value
        }
    }

    /// All of it.
    ///
    /// - Throws: As ``size()`` does.
    public func read() throws -> Data {
        switch content {
        case .data(let data):
            return data
        case .file:
            let url = try local()
            guard let data = try? Data(contentsOf: url) else { throw Self.unreadable }
            return data
        }
    }

    /// All of it, piece by piece: for a transport that sends without holding a file in memory. A new stream from the
    /// start each time, which is not open yet.
    ///
    /// - Throws: As ``size()`` does.
    public func stream() throws -> InputStream {
        if case .data(let data) = content {
            return InputStream(data: data)
        }
        guard let stream = InputStream(url: try local()) else { throw Self.unreadable }
        return stream
    }

    /// Returns the path of a file on disk.
    ///
    /// - Throws: ``LinqError/invalid(path:reason:)`` if its URL is not a file URL.
    func path() throws -> String { try local().path }

    /// Where it is on disk: not everything that has a path is.
    private func local() throws -> URL {
        guard let file, file.isFileURL else {
            throw LinqError.invalidArgument(path: "source", reason: "a file URL is needed, such as URL(fileURLWithPath:) makes")
        }
        return file
    }

    private static var unreadable: LinqError { .upload(detail: "the file cannot be read") }
}

/// How far an upload is. It begins again if it has to be sent again.
public struct UploadProgress: Hashable, Sendable {
    /// How many bytes are on their way.
    public let sentBytes: Int64
    /// How many there are.
    public let totalBytes: Int64

    /// Between 0 and 1.
    public var fraction: Double {
        totalBytes > 0 ? Double(sentBytes) / Double(totalBytes) : 0
    }

    /// Makes one of both counts.
    public init(sentBytes: Int64, totalBytes: Int64) {
        self.sentBytes = sentBytes
        self.totalBytes = totalBytes
    }
}

/// A file that messages can carry now.
public struct UploadedFile: Hashable, Sendable {
    /// The attachment, for any number of messages.
    public let attachmentId: String
    /// Where the file can be downloaded; absent if the server did not say.
    public let downloadUrl: PrivateText?
    /// Its name.
    public let filename: String
    /// What it was announced as.
    public let contentType: SupportedContentType
    /// How many bytes it has.
    public let sizeBytes: Int

    /// Creates one, for previews and tests.
    public init(
        attachmentId: String, downloadUrl: PrivateText? = nil, filename: String, contentType: SupportedContentType,
        sizeBytes: Int
    ) {
        self.attachmentId = attachmentId
        self.downloadUrl = downloadUrl
        self.filename = filename
        self.contentType = contentType
        self.sizeBytes = sizeBytes
    }
}
