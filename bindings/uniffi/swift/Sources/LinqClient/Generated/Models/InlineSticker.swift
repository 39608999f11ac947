// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An image that stands in for characters of a text.
public struct InlineSticker: Codable, Hashable, Sendable {
    /// The characters that it hides on iMessage; SMS and RCS show them instead.
    public let range: [Int]
    /// The image's attachment.
    public let id: String?
    /// The image's file name.
    public let fileName: String?
    /// Its MIME type.
    public let mimeType: String?
    /// Where to download it; for an ephemeral attachment a signed address that expires.
    public let url: PrivateText?

    enum CodingKeys: String, CodingKey {
        case range
        case id
        case fileName = "file_name"
        case mimeType = "mime_type"
        case url
    }
}
