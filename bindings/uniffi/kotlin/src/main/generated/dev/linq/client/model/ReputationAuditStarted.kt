// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** An audit that was started, or that was under way already. */
@Serializable
public data class ReputationAuditStarted(
    /** The audit's identifier: keep it, since no later reply repeats it. The report can be read for 24 hours. */
    @SerialName("audit_id")
    public val auditId: String,
    /** How far it is. Documented as always present. */
    public val status: AuditStatus? = null,
)
