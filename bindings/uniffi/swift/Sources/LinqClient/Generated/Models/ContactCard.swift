// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The name and photo that one of your lines shows to the people it writes to.
public struct ContactCard: Codable, Hashable, Sendable {
    /// The first name.
    public let firstName: String
    /// Whether the line has taken the card on.
    public let isActive: Bool
    /// The line, E.164.
    public let phoneNumber: String
    /// The photo.
    public let imageUrl: PrivateText?
    /// The last name.
    public let lastName: String?

    enum CodingKeys: String, CodingKey {
        case firstName = "first_name"
        case isActive = "is_active"
        case phoneNumber = "phone_number"
        case imageUrl = "image_url"
        case lastName = "last_name"
    }
}
