// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A card that opens an App Clip.
public struct AppClipPart: Codable, Hashable, Sendable {
    /// The link that it opens.
    ///
    /// Documented as always present.
    public let value: String?
    /// Reactions to this part; never in events.
    public let reactions: [Reaction]?
    /// The line below the title, composed by Linq.
    public let description: String?
    /// The preview image.
    public let imageUrl: PrivateText?
    /// The headline, composed by Linq.
    public let title: String?

    /// Creates one, for previews and tests.
    public init(
        value: String? = nil,
        reactions: [Reaction]? = nil,
        description: String? = nil,
        imageUrl: String? = nil,
        title: String? = nil
    ) {
        self.value = value
        self.reactions = reactions
        self.description = description
        self.imageUrl = imageUrl.map(PrivateText.init(_:))
        self.title = title
    }

    enum CodingKeys: String, CodingKey {
        case value
        case reactions
        case description
        case imageUrl = "image_url"
        case title
    }
}
