// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A line whose forwarding was changed.
public struct PhoneNumberUpdateResponse: Codable, Hashable, Sendable {
    /// The line's identifier.
    public let id: String
    /// Where calls are forwarded now, E.164; absent when they are not.
    public let forwardingNumber: String?
    /// The line's number, E.164.
    ///
    /// Documented as always present.
    public let phoneNumber: String?

    /// Creates one, for previews and tests.
    public init(
        id: String,
        forwardingNumber: String? = nil,
        phoneNumber: String? = nil
    ) {
        self.id = id
        self.forwardingNumber = forwardingNumber
        self.phoneNumber = phoneNumber
    }

    enum CodingKeys: String, CodingKey {
        case id
        case forwardingNumber = "forwarding_number"
        case phoneNumber = "phone_number"
    }
}
