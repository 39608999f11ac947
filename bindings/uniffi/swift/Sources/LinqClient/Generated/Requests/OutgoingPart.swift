// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// One piece of a message that is sent. The pieces arrive in their order.
public enum OutgoingPart: Codable, Hashable, Sendable {
    /// Words, plain or decorated.
    ///
    /// Sent as it is: Markdown stays Markdown. Decorations and stickers show on iMessage only; over RCS and SMS the
    /// bare words arrive.
    case text(OutgoingText)
    /// An image, a video, a sound or any other file, from a URL or uploaded ahead; exactly one of the two.
    ///
    /// Of the media given by public URL a message takes at most 40; those uploaded ahead count only towards its 100
    /// parts.
    case media(OutgoingMedia)
    /// A URL, shown as a card with the page's title and picture. It is the only part of its message, and not in the
    /// first message of a chat.
    ///
    /// For a URL without a card, write it in a ``OutgoingText``.
    case link(OutgoingLink)
    /// A card of an iMessage app (a Messages extension), which its recipient can tap. It is the only part of its
    /// message, and goes over iMessage or not at all.
    case iMessageApp(AppCard)
    /// A card that opens an App Clip, such as a checkout by Apple Pay. It is the only part of its message, and goes
    /// over iMessage or not at all.
    case appClip(AppClip)
    /// An object of a type that this version does not know, or without a type; whole.
    case unknown(UnknownObject)

    /// What the API calls this kind of object; empty if it does not say.
    public var type: String {
        switch self {
        case .text: "text"
        case .media: "media"
        case .link: "link"
        case .iMessageApp: "imessage_app"
        case .appClip: "app_clip"
        case .unknown(let object): object.type
        }
    }

    public init(from decoder: any Decoder) throws {
        let tag = try TypeTag(from: decoder)
        switch tag.type {
        case "text": self = .text(try OutgoingText(from: decoder))
        case "media": self = .media(try OutgoingMedia(from: decoder))
        case "link": self = .link(try OutgoingLink(from: decoder))
        case "imessage_app": self = .iMessageApp(try AppCard(from: decoder))
        case "app_clip": self = .appClip(try AppClip(from: decoder))
        default: self = .unknown(try UnknownObject(from: decoder))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        try TypeTag(type: type).encode(to: encoder)
        switch self {
        case .text(let part): try part.encode(to: encoder)
        case .media(let part): try part.encode(to: encoder)
        case .link(let part): try part.encode(to: encoder)
        case .iMessageApp(let part): try part.encode(to: encoder)
        case .appClip(let part): try part.encode(to: encoder)
        case .unknown(let object): try object.encode(to: encoder)
        }
    }
}
