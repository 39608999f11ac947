// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What a card of an iMessage app shows. Events leave out the image and its texts.
public struct IMessageAppLayout: Codable, Hashable, Sendable {
    /// Top left, bold.
    public let caption: String?
    /// Over the image, below its title.
    public let imageSubtitle: String?
    /// Over the image, bold.
    public let imageTitle: String?
    /// The image at the top, as hosted by Linq.
    public let imageUrl: PrivateText?
    /// Left, below the caption.
    public let subcaption: String?
    /// Top right.
    public let trailingCaption: String?
    /// Right, below the trailing caption.
    public let trailingSubcaption: String?

    /// Creates one, for previews and tests.
    public init(
        caption: String? = nil,
        imageSubtitle: String? = nil,
        imageTitle: String? = nil,
        imageUrl: String? = nil,
        subcaption: String? = nil,
        trailingCaption: String? = nil,
        trailingSubcaption: String? = nil
    ) {
        self.caption = caption
        self.imageSubtitle = imageSubtitle
        self.imageTitle = imageTitle
        self.imageUrl = imageUrl.map(PrivateText.init(_:))
        self.subcaption = subcaption
        self.trailingCaption = trailingCaption
        self.trailingSubcaption = trailingSubcaption
    }

    enum CodingKeys: String, CodingKey {
        case caption
        case imageSubtitle = "image_subtitle"
        case imageTitle = "image_title"
        case imageUrl = "image_url"
        case subcaption
        case trailingCaption = "trailing_caption"
        case trailingSubcaption = "trailing_subcaption"
    }
}
