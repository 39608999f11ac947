// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A line's status or reputation changed.
public struct PhoneNumberStatusUpdatedData: Codable, Hashable, Sendable {
    /// When it changed.
    public let changedAt: Date
    /// How the line is regarded now.
    public let newReputation: ReputationStatus
    /// Its status now.
    public let newStatus: LineStatus
    /// The line, E.164.
    public let phoneNumber: String
    /// How the line was regarded before.
    public let previousReputation: ReputationStatus
    /// Its status before.
    public let previousStatus: LineStatus

    enum CodingKeys: String, CodingKey {
        case changedAt = "changed_at"
        case newReputation = "new_reputation"
        case newStatus = "new_status"
        case phoneNumber = "phone_number"
        case previousReputation = "previous_reputation"
        case previousStatus = "previous_status"
    }
}
