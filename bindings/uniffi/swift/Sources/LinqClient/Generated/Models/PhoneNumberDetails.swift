// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// One of your lines.
public struct PhoneNumberDetails: Codable, Hashable, Sendable {
    /// The line's identifier.
    public let id: String
    /// Its number, E.164.
    public let phoneNumber: String
    /// How the line is regarded (beta).
    public let reputation: PhoneNumberReputation
    /// Where calls are forwarded, E.164; absent when they are not.
    public let forwardingNumber: String?
    /// What the line can send.
    public let lineType: LineType?

    enum CodingKeys: String, CodingKey {
        case id
        case phoneNumber = "phone_number"
        case reputation
        case forwardingNumber = "forwarding_number"
        case lineType = "line_type"
    }
}
