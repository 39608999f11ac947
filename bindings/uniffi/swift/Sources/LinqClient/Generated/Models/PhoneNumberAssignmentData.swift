// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A line became yours, or is yours no more.
public struct PhoneNumberAssignmentData: Codable, Hashable, Sendable {
    /// When it changed hands.
    ///
    /// Documented as always present.
    public let changedAt: Date?
    /// The line, E.164.
    ///
    /// Documented as always present.
    public let phoneNumber: String?

    /// Creates one, for previews and tests.
    public init(
        changedAt: Date? = nil,
        phoneNumber: String? = nil
    ) {
        self.changedAt = changedAt
        self.phoneNumber = phoneNumber
    }

    enum CodingKeys: String, CodingKey {
        case changedAt = "changed_at"
        case phoneNumber = "phone_number"
    }
}
