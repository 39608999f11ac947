// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// From what to what something changed.
///
/// `contact_card.updated` has `firstName`, `lastName` and `imageUrl`, each if it changed; the others have `from` and
/// `to`, whose JSON type depends on the event.
public struct AccountChange: Codable, Hashable, Sendable {
    /// The first name on a contact card.
    public let firstName: TextChange?
    /// The value before; absent if there was none.
    public let from: JSONValue?
    /// The picture on a contact card.
    public let imageUrl: ImageChange?
    /// The last name on a contact card.
    public let lastName: TextChange?
    /// The value now; absent if it was taken away.
    public let to: JSONValue?

    /// Creates one, for previews and tests.
    public init(
        firstName: TextChange? = nil,
        from: JSONValue? = nil,
        imageUrl: ImageChange? = nil,
        lastName: TextChange? = nil,
        to: JSONValue? = nil
    ) {
        self.firstName = firstName
        self.from = from
        self.imageUrl = imageUrl
        self.lastName = lastName
        self.to = to
    }

    enum CodingKeys: String, CodingKey {
        case firstName = "first_name"
        case from
        case imageUrl = "image_url"
        case lastName = "last_name"
        case to
    }
}
