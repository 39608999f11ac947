package dev.linq.client

import kotlinx.serialization.Serializable

/**
 * Text that works for whoever holds it, such as a signed address or a secret. Printing it, or anything that has it,
 * does not show it.
 *
 * @property value The text.
 */
@JvmInline
@Serializable
public value class PrivateText(public val value: String) {
    /** Says that there is something, and not what. */
    override fun toString(): String = "(private)"
}

/** What is printed in place of something private: that it is there, and not what. */
internal fun hidden(value: Any?): String = if (value == null) "null" else "(private)"
