// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A file that was uploaded or received.
public struct AttachmentRetrieveResponse: Codable, Hashable, Sendable {
    /// The attachment's identifier.
    public let id: String
    /// What it is.
    ///
    /// Documented as always present.
    public let contentType: SupportedContentType?
    /// When the upload was announced.
    ///
    /// Documented as always present.
    public let createdAt: Date?
    /// Its file name.
    ///
    /// Documented as always present.
    public let filename: String?
    /// Its size in bytes.
    ///
    /// Documented as always present.
    public let sizeBytes: Int?
    /// Deprecated by the API, which will stop sending it: how far the upload is.
    ///
    /// Documented as always present.
    public let status: AttachmentStatus?
    /// Where to download it. On the ephemeral tier a signed address that expires after 15 minutes.
    public let downloadUrl: PrivateText?

    /// Creates one, for previews and tests.
    public init(
        id: String,
        contentType: SupportedContentType? = nil,
        createdAt: Date? = nil,
        filename: String? = nil,
        sizeBytes: Int? = nil,
        status: AttachmentStatus? = nil,
        downloadUrl: String? = nil
    ) {
        self.id = id
        self.contentType = contentType
        self.createdAt = createdAt
        self.filename = filename
        self.sizeBytes = sizeBytes
        self.status = status
        self.downloadUrl = downloadUrl.map(PrivateText.init(_:))
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decode(String.self, forKey: .id)
        self.contentType = try container.decodeIfPresent(SupportedContentType.self, forKey: .contentType)
        self.createdAt = try container.decodeIfPresent(Date.self, forKey: .createdAt)
        self.filename = try container.decodeIfPresent(String.self, forKey: .filename)
        self.sizeBytes = try container.decodeIntegerIfPresent(forKey: .sizeBytes)
        self.status = try container.decodeIfPresent(AttachmentStatus.self, forKey: .status)
        self.downloadUrl = try container.decodeIfPresent(PrivateText.self, forKey: .downloadUrl)
    }

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
