// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// One of your lines.
public struct PhoneNumberDetails: Codable, Hashable, Sendable {
    /// The line's identifier.
    public let id: String
    /// Its number, E.164.
    ///
    /// Documented as always present.
    public let phoneNumber: String?
    /// How the line is regarded (beta).
    public let reputation: PhoneNumberReputation
    /// Where calls are forwarded, E.164; absent when they are not.
    public let forwardingNumber: String?
    /// What the line can send.
    public let lineType: LineType?

    /// Creates one, for previews and tests.
    public init(
        id: String,
        phoneNumber: String? = nil,
        reputation: PhoneNumberReputation = PhoneNumberReputation(),
        forwardingNumber: String? = nil,
        lineType: LineType? = nil
    ) {
        self.id = id
        self.phoneNumber = phoneNumber
        self.reputation = reputation
        self.forwardingNumber = forwardingNumber
        self.lineType = lineType
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.id = try container.decode(String.self, forKey: .id)
        self.phoneNumber = try container.decodeIfPresent(String.self, forKey: .phoneNumber)
        self.reputation =
            try container.decodeIfPresent(PhoneNumberReputation.self, forKey: .reputation) ?? PhoneNumberReputation()
        self.forwardingNumber = try container.decodeIfPresent(String.self, forKey: .forwardingNumber)
        self.lineType = try container.decodeIfPresent(LineType.self, forKey: .lineType)
    }

    enum CodingKeys: String, CodingKey {
        case id
        case phoneNumber = "phone_number"
        case reputation
        case forwardingNumber = "forwarding_number"
        case lineType = "line_type"
    }
}
