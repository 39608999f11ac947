// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The sound of a voice memo.
public struct VoiceMemoVoiceMemo: Codable, Hashable, Sendable {
    /// The attachment's identifier.
    public let id: String
    /// Its file name.
    public let filename: String
    /// Its MIME type.
    public let mimeType: String
    /// Its size in bytes.
    public let sizeBytes: Int
    /// Where to download it.
    public let url: PrivateText
    /// How long it is, in milliseconds.
    public let durationMs: Int?

    enum CodingKeys: String, CodingKey {
        case id
        case filename
        case mimeType = "mime_type"
        case sizeBytes = "size_bytes"
        case url
        case durationMs = "duration_ms"
    }
}
