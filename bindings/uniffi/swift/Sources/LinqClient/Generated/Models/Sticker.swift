// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The image of a sticker.
public struct Sticker: Codable, Hashable, Sendable {
    /// Its file name.
    public let fileName: String?
    /// Its height in pixels.
    public let height: Int?
    /// Its MIME type.
    public let mimeType: String?
    /// Where to download it: a signed address that expires after an hour.
    public let url: PrivateText?
    /// Its width in pixels.
    public let width: Int?

    /// Creates one, for previews and tests.
    public init(
        fileName: String? = nil,
        height: Int? = nil,
        mimeType: String? = nil,
        url: String? = nil,
        width: Int? = nil
    ) {
        self.fileName = fileName
        self.height = height
        self.mimeType = mimeType
        self.url = url.map(PrivateText.init(_:))
        self.width = width
    }

    enum CodingKeys: String, CodingKey {
        case fileName = "file_name"
        case height
        case mimeType = "mime_type"
        case url
        case width
    }
}
