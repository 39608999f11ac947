// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Somebody shared a contact card with a line of yours.
///
/// It comes once for each person and line, however many chats they have in common, and again when the card's name or
/// picture changes.
public struct ContactCardReceivedData: Codable, Hashable, Sendable {
    /// The first name on the card.
    ///
    /// Documented as always present.
    public let firstName: String?
    /// The last name on the card; may be empty.
    ///
    /// Documented as always present.
    public let lastName: String?
    /// The line that it was shared with.
    ///
    /// Documented as always present.
    public let ownerHandle: String?
    /// Who shared it: a phone number (E.164) or an e-mail address.
    ///
    /// Documented as always present.
    public let senderHandle: String?
    /// The picture, or a video; absent if there is none, or if it could not be fetched. The address may expire after 45
    /// minutes: download it at once.
    public let mediaUrl: PrivateText?

    /// Creates one, for previews and tests.
    public init(
        firstName: String? = nil,
        lastName: String? = nil,
        ownerHandle: String? = nil,
        senderHandle: String? = nil,
        mediaUrl: String? = nil
    ) {
        self.firstName = firstName
        self.lastName = lastName
        self.ownerHandle = ownerHandle
        self.senderHandle = senderHandle
        self.mediaUrl = mediaUrl.map(PrivateText.init(_:))
    }

    enum CodingKeys: String, CodingKey {
        case firstName = "first_name"
        case lastName = "last_name"
        case ownerHandle = "owner_handle"
        case senderHandle = "sender_handle"
        case mediaUrl = "media_url"
    }
}
