// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An audit that was started, or that was under way already.
public struct ReputationAuditStarted: Codable, Hashable, Sendable {
    /// The audit's identifier: keep it, since no later reply repeats it. The report can be read for 24 hours.
    public let auditId: String
    /// How far it is.
    ///
    /// Documented as always present.
    public let status: AuditStatus?

    /// Creates one, for previews and tests.
    public init(
        auditId: String,
        status: AuditStatus? = nil
    ) {
        self.auditId = auditId
        self.status = status
    }

    enum CodingKeys: String, CodingKey {
        case auditId = "audit_id"
        case status
    }
}
