// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Your lines, as the deprecated list tells them.
public struct PhonenumberListResponse: Codable, Hashable, Sendable {
    /// Every phone number assigned to you.
    public let phoneNumbers: [LegacyPhoneNumber]

    /// Creates one, for previews and tests.
    public init(
        phoneNumbers: [LegacyPhoneNumber]
    ) {
        self.phoneNumbers = phoneNumbers
    }

    enum CodingKeys: String, CodingKey {
        case phoneNumbers = "phone_numbers"
    }
}
