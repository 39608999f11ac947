// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An image that stands in for characters of a text.
public struct InlineSticker: Codable, Hashable, Sendable {
    /// The characters that it hides on iMessage; SMS and RCS show them instead.
    ///
    /// Documented as always present.
    public let range: [Int]?
    /// The image's attachment.
    public let id: String?
    /// The image's file name.
    public let fileName: String?
    /// Its MIME type.
    public let mimeType: String?
    /// Where to download it; for an ephemeral attachment a signed address that expires.
    public let url: PrivateText?

    /// Creates one, for previews and tests.
    public init(
        range: [Int]? = nil,
        id: String? = nil,
        fileName: String? = nil,
        mimeType: String? = nil,
        url: String? = nil
    ) {
        self.range = range
        self.id = id
        self.fileName = fileName
        self.mimeType = mimeType
        self.url = url.map(PrivateText.init(_:))
    }

    enum CodingKeys: String, CodingKey {
        case range
        case id
        case fileName = "file_name"
        case mimeType = "mime_type"
        case url
    }
}
