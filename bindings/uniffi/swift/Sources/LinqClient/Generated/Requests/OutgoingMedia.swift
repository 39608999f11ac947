// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An image, a video, a sound or any other file, from a URL or uploaded ahead; exactly one of the two.
///
/// Of the media given by public URL a message takes at most 40; those uploaded ahead count only towards its 100 parts.
public struct OutgoingMedia: Codable, Hashable, Sendable {
    /// Where the server downloads the file, at most 10 MB: an `https://` URL that needs no login.
    public var url: PrivateText?
    /// A file uploaded ahead, at most 100 MB. Spares the download on every send.
    public var attachmentId: String?
    /// Whether an image goes as a sticker: without a bubble, its background cut away, free to be moved onto other
    /// messages (iMessage only; over RCS and SMS it stays a photo).
    public var sticker: Bool?

    /// Creates one of its fields.
    public init(
        url: String? = nil,
        attachmentId: String? = nil,
        sticker: Bool? = nil
    ) {
        self.url = url.map(PrivateText.init(_:))
        self.attachmentId = attachmentId
        self.sticker = sticker
    }

    enum CodingKeys: String, CodingKey {
        case url
        case attachmentId = "attachment_id"
        case sticker
    }
}
