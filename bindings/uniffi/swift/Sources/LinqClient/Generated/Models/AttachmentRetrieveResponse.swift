// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A file that was uploaded or received.
public struct AttachmentRetrieveResponse: Codable, Hashable, Sendable {
    /// The attachment's identifier.
    public let id: String
    /// What it is.
    public let contentType: SupportedContentType
    /// When the upload was announced.
    public let createdAt: Date
    /// Its file name.
    public let filename: String
    /// Its size in bytes.
    public let sizeBytes: Int
    /// Deprecated by the API, which will stop sending it: how far the upload is.
    public let status: AttachmentStatus?
    /// Where to download it. On the ephemeral tier a signed address that expires after 15 minutes.
    public let downloadUrl: PrivateText?

    enum CodingKeys: String, CodingKey {
        case id
        case contentType = "content_type"
        case createdAt = "created_at"
        case filename
        case sizeBytes = "size_bytes"
        case status
        case downloadUrl = "download_url"
    }
}
