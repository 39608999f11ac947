// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A line's contact card.
public struct AccountContactCard: Codable, Hashable, Sendable {
    /// The card's identifier.
    ///
    /// Documented as always present.
    public let id: String?
    /// The first name on it.
    ///
    /// Documented as always present.
    public let firstName: String?
    /// The picture on it, if there is one.
    public let imageUrl: PrivateText?
    /// The last name on it, if there is one.
    public let lastName: String?

    /// Creates one, for previews and tests.
    public init(
        id: String? = nil,
        firstName: String? = nil,
        imageUrl: String? = nil,
        lastName: String? = nil
    ) {
        self.id = id
        self.firstName = firstName
        self.imageUrl = imageUrl.map(PrivateText.init(_:))
        self.lastName = lastName
    }

    enum CodingKeys: String, CodingKey {
        case id
        case firstName = "first_name"
        case imageUrl = "image_url"
        case lastName = "last_name"
    }
}
