// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An audit of a line's reputation.
public struct ReputationAudit: Codable, Hashable, Sendable {
    /// The audit's identifier.
    public let auditId: String
    /// How far it is.
    ///
    /// Documented as always present.
    public let status: AuditStatus?
    /// Why there is no report.
    public let error: String?
    /// The moment that the report is about.
    public let generatedAt: Date?
    /// The line, E.164.
    public let phone: String?
    /// The report, once it is complete.
    public let report: ReputationReport?

    /// Creates one, for previews and tests.
    public init(
        auditId: String,
        status: AuditStatus? = nil,
        error: String? = nil,
        generatedAt: Date? = nil,
        phone: String? = nil,
        report: ReputationReport? = nil
    ) {
        self.auditId = auditId
        self.status = status
        self.error = error
        self.generatedAt = generatedAt
        self.phone = phone
        self.report = report
    }

    enum CodingKeys: String, CodingKey {
        case auditId = "audit_id"
        case status
        case error
        case generatedAt = "generated_at"
        case phone
        case report
    }
}
