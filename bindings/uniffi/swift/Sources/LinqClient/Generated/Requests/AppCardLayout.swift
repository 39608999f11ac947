// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What a card of an iMessage app shows: a caption of some kind or an image, else it is an empty bubble.
public struct AppCardLayout: Codable, Hashable, Sendable {
    /// Top left, bold.
    public var caption: String?
    /// Over the image, below its title; refused without an image.
    public var imageSubtitle: String?
    /// Over the image, bold; refused without an image.
    public var imageTitle: String?
    /// The address of the image at the top: JPEG, PNG, HEIF or WebP. The recipient has to have written in the chat
    /// before.
    public var imageUrl: PrivateText?
    /// Left, below the caption.
    public var subcaption: String?
    /// Top right.
    public var trailingCaption: String?
    /// Right, below the trailing caption.
    public var trailingSubcaption: String?

    /// Creates one of its fields.
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
