// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What a line can do.
public struct PhoneNumberCapabilities: Codable, Hashable, Sendable {
    /// Send MMS.
    public let mms: Bool
    /// Send SMS.
    public let sms: Bool
    /// Make calls.
    public let voice: Bool

    enum CodingKeys: String, CodingKey {
        case mms
        case sms
        case voice
    }
}
