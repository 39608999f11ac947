// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A part of a message.
public enum MessagePart: Codable, Hashable, Sendable {
    /// Text, with what is laid over it. All ranges count UTF-16 code units of `value`.
    case text(TextPart)
    /// A file.
    case media(MediaPart)
    /// A link with a preview.
    case link(LinkPart)
    /// A card of an iMessage app.
    case iMessageApp(IMessageAppPart)
    /// A card that opens an App Clip.
    case appClip(AppClipPart)
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
        case "text": self = .text(try TextPart(from: decoder))
        case "media": self = .media(try MediaPart(from: decoder))
        case "link": self = .link(try LinkPart(from: decoder))
        case "imessage_app": self = .iMessageApp(try IMessageAppPart(from: decoder))
        case "app_clip": self = .appClip(try AppClipPart(from: decoder))
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
