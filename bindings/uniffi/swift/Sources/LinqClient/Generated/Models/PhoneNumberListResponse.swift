// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Your lines.
public struct PhoneNumberListResponse: Codable, Hashable, Sendable {
    /// Every phone number assigned to you.
    public let phoneNumbers: [PhoneNumberDetails]

    /// Creates one, for previews and tests.
    public init(
        phoneNumbers: [PhoneNumberDetails]
    ) {
        self.phoneNumbers = phoneNumbers
    }

    enum CodingKeys: String, CodingKey {
        case phoneNumbers = "phone_numbers"
    }
}
