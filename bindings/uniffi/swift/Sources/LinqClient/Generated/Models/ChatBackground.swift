// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What is behind the messages of a chat.
public struct ChatBackground: Codable, Hashable, Sendable {
    /// What kind it is.
    ///
    /// Documented as always present.
    public let type: ChatBackgroundType?
    /// A photo's address: an `https` URL of a JPEG, PNG, HEIC or WebP image. As the API tells it, Linq's own copy.
    public let imageUrl: PrivateText?
    /// The two colours of a custom gradient, top and bottom, such as `#F2C4E1`.
    public let shades: [String]?
    /// The animation of a dynamic background.
    public let style: ChatBackgroundStyle?
    /// Which colour, or which kind of the animation.
    public let variant: String?

    /// Creates one, for previews and tests.
    public init(
        type: ChatBackgroundType? = nil,
        imageUrl: String? = nil,
        shades: [String]? = nil,
        style: ChatBackgroundStyle? = nil,
        variant: String? = nil
    ) {
        self.type = type
        self.imageUrl = imageUrl.map(PrivateText.init(_:))
        self.shades = shades
        self.style = style
        self.variant = variant
    }

    enum CodingKeys: String, CodingKey {
        case type
        case imageUrl = "image_url"
        case shades
        case style
        case variant
    }
}
