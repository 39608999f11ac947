// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A line became yours, or is yours no more.
public struct PhoneNumberAssignmentData: Codable, Hashable, Sendable {
    /// When it changed hands.
    public let changedAt: Date
    /// The line, E.164.
    public let phoneNumber: String

    enum CodingKeys: String, CodingKey {
        case changedAt = "changed_at"
        case phoneNumber = "phone_number"
    }
}
