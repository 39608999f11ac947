// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An audit that was started, or that was under way already.
public struct ReputationAuditStarted: Codable, Hashable, Sendable {
    /// The audit's identifier: keep it, since no later reply repeats it. The report can be read for 24 hours.
    public let auditId: String
    /// How far it is.
    public let status: AuditStatus

    enum CodingKeys: String, CodingKey {
        case auditId = "audit_id"
        case status
    }
}
