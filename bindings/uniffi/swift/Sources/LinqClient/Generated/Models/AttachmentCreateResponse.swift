// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where to upload a file, and the attachment that it will be.
public struct AttachmentCreateResponse: Codable, Hashable, Sendable {
    /// The attachment's identifier, for any number of messages once the file is uploaded.
    public let attachmentId: String
    /// Where the file will be found. On the ephemeral tier it goes away within 24 to 48 hours.
    public let downloadUrl: PrivateText
    /// When `upload_url` expires: after 15 minutes.
    public let expiresAt: Date
    /// The method of the upload: `PUT`.
    public let httpMethod: String
    /// The headers of the upload, which the signature covers: exactly these, besides `Content-Length`. The API key is
    /// none of them.
    public let requiredHeaders: [String: String]
    /// Where to upload the file: its raw bytes, as many as were announced. A signed address on another host than the
    /// API's.
    public let uploadUrl: PrivateText

    enum CodingKeys: String, CodingKey {
        case attachmentId = "attachment_id"
        case downloadUrl = "download_url"
        case expiresAt = "expires_at"
        case httpMethod = "http_method"
        case requiredHeaders = "required_headers"
        case uploadUrl = "upload_url"
    }
}
