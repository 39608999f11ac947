// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The name and photo that one of your lines shows to the people it writes to.
public struct ContactCard: Codable, Hashable, Sendable {
    /// The first name.
    ///
    /// Documented as always present.
    public let firstName: String?
    /// Whether the line has taken the card on.
    ///
    /// Documented as always present.
    public let isActive: Bool?
    /// The line, E.164.
    public let phoneNumber: String
    /// The photo.
    public let imageUrl: PrivateText?
    /// The last name.
    public let lastName: String?

    /// Creates one, for previews and tests.
    public init(
        phoneNumber: String,
        firstName: String? = nil,
        isActive: Bool? = nil,
        imageUrl: String? = nil,
        lastName: String? = nil
    ) {
        self.firstName = firstName
        self.isActive = isActive
        self.phoneNumber = phoneNumber
        self.imageUrl = imageUrl.map(PrivateText.init(_:))
        self.lastName = lastName
    }

    enum CodingKeys: String, CodingKey {
        case firstName = "first_name"
        case isActive = "is_active"
        case phoneNumber = "phone_number"
        case imageUrl = "image_url"
        case lastName = "last_name"
    }
}
