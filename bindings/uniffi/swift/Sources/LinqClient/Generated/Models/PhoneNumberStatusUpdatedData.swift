// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A line's status or reputation changed.
public struct PhoneNumberStatusUpdatedData: Codable, Hashable, Sendable {
    /// When it changed.
    ///
    /// Documented as always present.
    public let changedAt: Date?
    /// How the line is regarded now.
    ///
    /// Documented as always present.
    public let newReputation: ReputationStatus?
    /// Its status now.
    ///
    /// Documented as always present.
    public let newStatus: LineStatus?
    /// The line, E.164.
    ///
    /// Documented as always present.
    public let phoneNumber: String?
    /// How the line was regarded before.
    ///
    /// Documented as always present.
    public let previousReputation: ReputationStatus?
    /// Its status before.
    ///
    /// Documented as always present.
    public let previousStatus: LineStatus?

    /// Creates one, for previews and tests.
    public init(
        changedAt: Date? = nil,
        newReputation: ReputationStatus? = nil,
        newStatus: LineStatus? = nil,
        phoneNumber: String? = nil,
        previousReputation: ReputationStatus? = nil,
        previousStatus: LineStatus? = nil
    ) {
        self.changedAt = changedAt
        self.newReputation = newReputation
        self.newStatus = newStatus
        self.phoneNumber = phoneNumber
        self.previousReputation = previousReputation
        self.previousStatus = previousStatus
    }

    enum CodingKeys: String, CodingKey {
        case changedAt = "changed_at"
        case newReputation = "new_reputation"
        case newStatus = "new_status"
        case phoneNumber = "phone_number"
        case previousReputation = "previous_reputation"
        case previousStatus = "previous_status"
    }
}
