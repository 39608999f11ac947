// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A card that opens an App Clip, such as a checkout by Apple Pay. It is the only part of its message, and goes over
/// iMessage or not at all.
public struct AppClip: Codable, Hashable, Sendable {
    /// An `https` link whose page is a registered App Clip: yours, or the `checkout_url` of a payment request.
    public var value: PrivateText
    /// What its button says; `Tap open` if absent.
    public var caption: String?

    /// Creates one of its fields.
    public init(
        value: String,
        caption: String? = nil
    ) {
        self.value = PrivateText(value)
        self.caption = caption
    }

    enum CodingKeys: String, CodingKey {
        case value
        case caption
    }
}
