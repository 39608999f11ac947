package dev.linq.client

import kotlinx.serialization.Serializable

/**
 * A secret, such as a signed URL or a signing key. It is redacted when it, or a value that contains it, is printed.
 *
 * @property value The secret itself. Do not log it.
 */
@JvmInline
@Serializable
public value class Secret(public val value: String) {
    /** Returns `(redacted)`. */
    override fun toString(): String = "(redacted)"
}

/** Returns `(redacted)` in place of a secret, or `null` if there is none. */
internal fun redacted(value: Any?): String = if (value == null) "null" else "(redacted)"
