import Foundation

/// The source of a download: an attachment, a URL, or both. An expired URL is renewed by the identifier. The description
/// omits the URL, which may be signed.
public struct DownloadSource: Hashable, Sendable {
    /// Identifier of the attachment.
    public let attachmentID: String?
    /// URL of the file.
    public let url: Secret?

    /// Creates a source from an identifier, a URL, or both.
    public init(attachmentID: String?, url: Secret? = nil) {
        self.attachmentID = attachmentID
        self.url = url
    }

    /// Returns an attachment, whose URL is retrieved from the API.
    public static func attachment(_ id: String) -> DownloadSource { DownloadSource(attachmentID: id) }

    /// Returns the URL of a file.
    public static func url(_ url: Secret) -> DownloadSource { DownloadSource(attachmentID: nil, url: url) }

    /// Returns a file in a message or event.
    public static func part(_ part: MediaPart) -> DownloadSource {
        DownloadSource(attachmentID: part.id, url: part.url)
    }

    /// Returns an uploaded file.
    public static func uploaded(_ file: UploadedFile) -> DownloadSource {
        DownloadSource(attachmentID: file.attachmentID, url: file.downloadURL)
    }
}

/// The progress of a download. The number of bytes never decreases.
public struct DownloadProgress: Hashable, Sendable {
    /// Number of bytes received.
    public let receivedBytes: Int64
    /// Size of the file in bytes; `nil` if the storage does not declare it.
    public let totalBytes: Int64?

    /// Progress from 0 to 1; `nil` if the size is unknown.
    public var fraction: Double? {
        guard let totalBytes else { return nil }
        return totalBytes > 0 ? Double(receivedBytes) / Double(totalBytes) : 1
    }

    /// Creates a progress report.
    public init(receivedBytes: Int64, totalBytes: Int64?) {
        self.receivedBytes = receivedBytes
        self.totalBytes = totalBytes
    }
}
