// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The contact cards of your lines.
public struct ContactCardRetrieveResponse: Codable, Hashable, Sendable {
    /// One for each line that has one, or for the line that was asked about.
    public let contactCards: [ContactCard]

    /// Creates one, for previews and tests.
    public init(
        contactCards: [ContactCard]
    ) {
        self.contactCards = contactCards
    }

    enum CodingKeys: String, CodingKey {
        case contactCards = "contact_cards"
    }
}
