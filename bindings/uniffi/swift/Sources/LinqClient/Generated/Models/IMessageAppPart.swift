// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A card of an iMessage app.
public struct IMessageAppPart: Codable, Hashable, Sendable {
    /// The app behind the card.
    public let app: IMessageApp
    /// What the card shows.
    public let layout: IMessageAppLayout
    /// Reactions to this part; never in events.
    public let reactions: [Reaction]?
    /// What the app is handed when the card is tapped.
    public let url: String
    /// What is shown where the card cannot be.
    public let fallbackText: String?

    enum CodingKeys: String, CodingKey {
        case app
        case layout
        case reactions
        case url
        case fallbackText = "fallback_text"
    }
}
