// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How far an audit is.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class AuditStatus(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** The report is being made: ask again. */
        public val Pending: AuditStatus = AuditStatus("pending")

        /** The report is there. */
        public val Complete: AuditStatus = AuditStatus("complete")

        /** There will be no report. */
        public val Error: AuditStatus = AuditStatus("error")
    }
}
