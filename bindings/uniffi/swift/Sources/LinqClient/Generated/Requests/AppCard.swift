// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A card of an iMessage app (a Messages extension), which its recipient can tap. It is the only part of its message,
/// and goes over iMessage or not at all.
public struct AppCard: Codable, Hashable, Sendable {
    /// The app behind the card.
    public var app: MessagesApp
    /// What the card shows.
    public var layout: AppCardLayout
    /// What is shown where the card cannot be, such as on the lock screen; the caption if absent.
    public var fallbackText: String?
    /// Whether recipients who have the app see its live view, which they do if absent. All others see the layout.
    public var interactive: Bool?
    /// What the app is handed when the card is tapped: an `https` URL of at most 2,048 characters, or a `data:` URL of
    /// at most 16,384.
    public var url: PrivateText?

    /// Creates one of its fields.
    public init(
        app: MessagesApp,
        layout: AppCardLayout,
        fallbackText: String? = nil,
        interactive: Bool? = nil,
        url: String? = nil
    ) {
        self.app = app
        self.layout = layout
        self.fallbackText = fallbackText
        self.interactive = interactive
        self.url = url.map(PrivateText.init(_:))
    }

    enum CodingKeys: String, CodingKey {
        case app
        case layout
        case fallbackText = "fallback_text"
        case interactive
        case url
    }
}
