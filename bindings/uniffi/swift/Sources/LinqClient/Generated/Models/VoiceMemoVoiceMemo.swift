// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The sound of a voice memo.
public struct VoiceMemoVoiceMemo: Codable, Hashable, Sendable {
    /// The attachment's identifier.
    ///
    /// Documented as always present.
    public let id: String?
    /// Its file name.
    ///
    /// Documented as always present.
    public let filename: String?
    /// Its MIME type.
    ///
    /// Documented as always present.
    public let mimeType: String?
    /// Its size in bytes.
    ///
    /// Documented as always present.
    public let sizeBytes: Int?
    /// Where to download it.
    ///
    /// Documented as always present.
    public let url: PrivateText?
    /// How long it is, in milliseconds.
    public let durationMs: Int?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        filename: String? = nil,
        mimeType: String? = nil,
        sizeBytes: Int? = nil,
        url: String? = nil,
        durationMs: Int? = nil
    ) {
        self.id = id
        self.filename = filename
        self.mimeType = mimeType
        self.sizeBytes = sizeBytes
        self.url = url.map(PrivateText.init(_:))
        self.durationMs = durationMs
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decodeIfPresent(String.self, forKey: .id)
        self.filename = try container.decodeIfPresent(String.self, forKey: .filename)
        self.mimeType = try container.decodeIfPresent(String.self, forKey: .mimeType)
        self.sizeBytes = try container.decodeIntegerIfPresent(forKey: .sizeBytes)
        self.url = try container.decodeIfPresent(PrivateText.self, forKey: .url)
        self.durationMs = try container.decodeIntegerIfPresent(forKey: .durationMs)
    }

    enum CodingKeys: String, CodingKey {
        case id
        case filename
        case mimeType = "mime_type"
        case sizeBytes = "size_bytes"
        case url
        case durationMs = "duration_ms"
    }
}
