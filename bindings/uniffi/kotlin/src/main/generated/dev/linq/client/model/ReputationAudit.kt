// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** An audit of a line's reputation. */
@Serializable
public data class ReputationAudit(
    /** The audit's identifier. */
    @SerialName("audit_id")
    public val auditId: String,
    /** How far it is. Documented as always present. */
    public val status: AuditStatus? = null,
    /** Why there is no report. */
    public val error: String? = null,
    /** The moment that the report is about. */
    @SerialName("generated_at")
    public val generatedAt: Timestamp? = null,
    /** The line, E.164. */
    public val phone: String? = null,
    /** The report, once it is complete. */
    public val report: ReputationReport? = null,
)
