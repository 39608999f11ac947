// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// One of your lines, as the deprecated list tells it.
public struct LegacyPhoneNumber: Codable, Hashable, Sendable {
    /// The line's identifier.
    public let id: String
    /// Its number, E.164.
    ///
    /// Documented as always present.
    public let phoneNumber: String?
    /// What it can do.
    public let capabilities: PhoneNumberCapabilities?
    /// Deprecated by the API: always absent.
    public let countryCode: String?
    /// Deprecated by the API: always absent.
    public let type: String?

    /// Creates one, for previews and tests.
    public init(
        id: String,
        phoneNumber: String? = nil,
        capabilities: PhoneNumberCapabilities? = nil,
        countryCode: String? = nil,
        type: String? = nil
    ) {
        self.id = id
        self.phoneNumber = phoneNumber
        self.capabilities = capabilities
        self.countryCode = countryCode
        self.type = type
    }

    enum CodingKeys: String, CodingKey {
        case id
        case phoneNumber = "phone_number"
        case capabilities
        case countryCode = "country_code"
        case type
    }
}
