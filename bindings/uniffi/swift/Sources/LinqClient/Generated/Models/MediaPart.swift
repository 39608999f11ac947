// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A file.
public struct MediaPart: Codable, Hashable, Sendable {
    /// The attachment's identifier.
    public let id: String
    /// The file's name.
    public let filename: String
    /// Its MIME type, such as `image/jpeg`.
    public let mimeType: String
    /// Reactions to this part; never in events.
    public let reactions: [Reaction]?
    /// Its size in bytes.
    public let sizeBytes: Int
    /// Where to download it: a signed address that expires after an hour.
    public let url: PrivateText

    enum CodingKeys: String, CodingKey {
        case id
        case filename
        case mimeType = "mime_type"
        case reactions
        case sizeBytes = "size_bytes"
        case url
    }
}
