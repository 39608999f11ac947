// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A file.
public struct MediaPart: Codable, Hashable, Sendable {
    /// The attachment's identifier.
    ///
    /// Documented as always present.
    public let id: String?
    /// The file's name.
    ///
    /// Documented as always present.
    public let filename: String?
    /// Its MIME type, such as `image/jpeg`.
    ///
    /// Documented as always present.
    public let mimeType: String?
    /// Reactions to this part; never in events.
    public let reactions: [Reaction]?
    /// Its size in bytes.
    ///
    /// Documented as always present.
    public let sizeBytes: Int?
    /// Where to download it: a signed address that expires after an hour.
    ///
    /// Documented as always present.
    public let url: PrivateText?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        filename: String? = nil,
        mimeType: String? = nil,
        reactions: [Reaction]? = nil,
        sizeBytes: Int? = nil,
        url: String? = nil
    ) {
        self.id = id
        self.filename = filename
        self.mimeType = mimeType
        self.reactions = reactions
        self.sizeBytes = sizeBytes
        self.url = url.map(PrivateText.init(_:))
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decodeIfPresent(String.self, forKey: .id)
        self.filename = try container.decodeIfPresent(String.self, forKey: .filename)
        self.mimeType = try container.decodeIfPresent(String.self, forKey: .mimeType)
        self.reactions = try container.decodeIfPresent([Reaction].self, forKey: .reactions)
        self.sizeBytes = try container.decodeIntegerIfPresent(forKey: .sizeBytes)
        self.url = try container.decodeIfPresent(PrivateText.self, forKey: .url)
    }

    enum CodingKeys: String, CodingKey {
        case id
        case filename
        case mimeType = "mime_type"
        case reactions
        case sizeBytes = "size_bytes"
        case url
    }
}
