// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A card that opens an App Clip.
public struct AppClipPart: Codable, Hashable, Sendable {
    /// The link that it opens.
    public let value: String
    /// Reactions to this part; never in events.
    public let reactions: [Reaction]?
    /// The line below the title, composed by Linq.
    public let description: String?
    /// The preview image.
    public let imageUrl: PrivateText?
    /// The headline, composed by Linq.
    public let title: String?

    enum CodingKeys: String, CodingKey {
        case value
        case reactions
        case description
        case imageUrl = "image_url"
        case title
    }
}
