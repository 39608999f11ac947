// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * What a line can send.
 *
 * A property of the line that no conversation changes: an iMessage line can carry RCS and SMS conversations too.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class LineType(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** iMessage, RCS and SMS. */
        public val IMessage: LineType = LineType("iMessage")

        /** RCS and SMS, never iMessage. */
        public val Rcs: LineType = LineType("RCS")
    }
}
