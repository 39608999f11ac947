// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An audit of a line's reputation.
public struct ReputationAudit: Codable, Hashable, Sendable {
    /// The audit's identifier.
    public let auditId: String
    /// How far it is.
    public let status: AuditStatus
    /// Why there is no report.
    public let error: String?
    /// The moment that the report is about.
    public let generatedAt: Date?
    /// The line, E.164.
    public let phone: String?
    /// The report, once it is complete.
    public let report: ReputationReport?

    enum CodingKeys: String, CodingKey {
        case auditId = "audit_id"
        case status
        case error
        case generatedAt = "generated_at"
        case phone
        case report
    }
}
