// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A sticker in the line with the words, in place of some of them; from a URL or uploaded ahead, exactly one of the
/// two.
///
/// The words that it covers are hidden on iMessage. Over RCS and SMS they are sent in its place.
public struct OutgoingInlineSticker: Codable, Hashable, Sendable {
    /// The words that the sticker covers.
    public var range: [Int]
    /// The `download_url` of an upload.
    public var url: PrivateText?
    /// An image uploaded ahead.
    public var attachmentId: String?

    /// Creates one of its fields.
    public init(
        range: [Int],
        url: String? = nil,
        attachmentId: String? = nil
    ) {
        self.range = range
        self.url = url.map(PrivateText.init(_:))
        self.attachmentId = attachmentId
    }

    enum CodingKeys: String, CodingKey {
        case range
        case url
        case attachmentId = "attachment_id"
    }
}
