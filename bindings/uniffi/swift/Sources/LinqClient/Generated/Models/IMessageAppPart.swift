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
    ///
    /// Documented as always present.
    public let url: String?
    /// What is shown where the card cannot be.
    public let fallbackText: String?

    /// Creates one, for previews and tests.
    public init(
        app: IMessageApp = IMessageApp(),
        layout: IMessageAppLayout = IMessageAppLayout(),
        reactions: [Reaction]? = nil,
        url: String? = nil,
        fallbackText: String? = nil
    ) {
        self.app = app
        self.layout = layout
        self.reactions = reactions
        self.url = url
        self.fallbackText = fallbackText
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.app = try container.decodeIfPresent(IMessageApp.self, forKey: .app) ?? IMessageApp()
        self.layout = try container.decodeIfPresent(IMessageAppLayout.self, forKey: .layout) ?? IMessageAppLayout()
        self.reactions = try container.decodeIfPresent([Reaction].self, forKey: .reactions)
        self.url = try container.decodeIfPresent(String.self, forKey: .url)
        self.fallbackText = try container.decodeIfPresent(String.self, forKey: .fallbackText)
    }

    enum CodingKeys: String, CodingKey {
        case app
        case layout
        case reactions
        case url
        case fallbackText = "fallback_text"
    }
}
