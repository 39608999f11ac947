// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * Whether a line is in service.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class LineStatus(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** It is. */
        public val Active: LineStatus = LineStatus("ACTIVE")

        /** It has been flagged. */
        public val Flagged: LineStatus = LineStatus("FLAGGED")
    }
}
