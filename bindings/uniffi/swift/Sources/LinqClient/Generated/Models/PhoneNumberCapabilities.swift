// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// What a line can do.
public struct PhoneNumberCapabilities: Codable, Hashable, Sendable {
    /// Send MMS.
    ///
    /// Documented as always present.
    public let mms: Bool?
    /// Send SMS.
    ///
    /// Documented as always present.
    public let sms: Bool?
    /// Make calls.
    ///
    /// Documented as always present.
    public let voice: Bool?

    /// Creates one, for previews and tests.
    public init(
        mms: Bool? = nil,
        sms: Bool? = nil,
        voice: Bool? = nil
    ) {
        self.mms = mms
        self.sms = sms
        self.voice = voice
    }

    enum CodingKeys: String, CodingKey {
        case mms
        case sms
        case voice
    }
}
