import Foundation

/// A file to upload, up to 100 MB.
public struct UploadSource: Sendable {
    enum Content: Sendable {
        case file(URL)
        case data(Data)
    }

    let content: Content
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

    /// How many bytes it has now.
    func size() throws -> UInt64 {
        switch content {
        case .data(let data): return UInt64(data.count)
        case .file(let url):
            let size = try? FileManager.default.attributesOfItem(atPath: url.path)[.size] as? NSNumber
            guard let size, FileManager.default.isReadableFile(atPath: url.path) else {
                throw LinqError.upload(detail: "the file cannot be read")
            }
            return size.uint64Value
        }
    }

    /// All of it.
    public func read() throws -> Data {
        switch content {
        case .data(let data): data
        case .file(let url): try Data(contentsOf: url)
        }
    }
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
    /// Where the file can be downloaded.
    public let downloadUrl: PrivateText
    /// Its name.
    public let filename: String
    /// What it was announced as.
    public let contentType: SupportedContentType
    /// How many bytes it has.
    public let sizeBytes: Int
}
