// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Your lines.
public struct PhoneNumberListResponse: Codable, Hashable, Sendable {
    /// Every phone number assigned to you.
    public let phoneNumbers: [PhoneNumberDetails]

    enum CodingKeys: String, CodingKey {
        case phoneNumbers = "phone_numbers"
    }
}
