// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where to upload a file, and the attachment that it will be.
public struct AttachmentCreateResponse: Codable, Hashable, Sendable {
    /// The attachment's identifier, for any number of messages once the file is uploaded.
    public let attachmentId: String
    /// Where the file will be found. On the ephemeral tier it goes away within 24 to 48 hours.
    ///
    /// Documented as always present.
    public let downloadUrl: PrivateText?
    /// When `upload_url` expires: after 15 minutes.
    ///
    /// Documented as always present.
    public let expiresAt: Date?
    /// The method of the upload: `PUT`.
    ///
    /// Documented as always present.
    public let httpMethod: String?
    /// The headers of the upload, which the signature covers: exactly these, besides `Content-Length`. The API key is
    /// none of them.
    public let requiredHeaders: [String: String]
    /// Where to upload the file: its raw bytes, as many as were announced. A signed address on another host than the
    /// API's.
    ///
    /// Documented as always present.
    public let uploadUrl: PrivateText?

    /// Creates one, for previews and tests.
    public init(
        attachmentId: String,
        downloadUrl: String? = nil,
        expiresAt: Date? = nil,
        httpMethod: String? = nil,
        requiredHeaders: [String: String] = [:],
        uploadUrl: String? = nil
    ) {
        self.attachmentId = attachmentId
        self.downloadUrl = downloadUrl.map(PrivateText.init(_:))
        self.expiresAt = expiresAt
        self.httpMethod = httpMethod
        self.requiredHeaders = requiredHeaders
        self.uploadUrl = uploadUrl.map(PrivateText.init(_:))
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.attachmentId = try container.decode(String.self, forKey: .attachmentId)
        self.downloadUrl = try container.decodeIfPresent(PrivateText.self, forKey: .downloadUrl)
        self.expiresAt = try container.decodeIfPresent(Date.self, forKey: .expiresAt)
        self.httpMethod = try container.decodeIfPresent(String.self, forKey: .httpMethod)
        self.requiredHeaders = try container.decodeIfPresent([String: String].self, forKey: .requiredHeaders) ?? [:]
        self.uploadUrl = try container.decodeIfPresent(PrivateText.self, forKey: .uploadUrl)
    }

    enum CodingKeys: String, CodingKey {
        case attachmentId = "attachment_id"
        case downloadUrl = "download_url"
        case expiresAt = "expires_at"
        case httpMethod = "http_method"
        case requiredHeaders = "required_headers"
        case uploadUrl = "upload_url"
    }
}
