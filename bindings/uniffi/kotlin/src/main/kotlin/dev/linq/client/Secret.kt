package dev.linq.client

import dev.linq.client.internal.TextSerializer
import kotlinx.serialization.Serializable

/**
 * A secret, such as a signed URL or a signing key. It is redacted when it, or a value that contains it, is printed.
 *
 * @property value The secret itself. Do not log it.
 */
@Serializable(with = SecretSerializer::class)
public class Secret(public val value: String) {
    override fun equals(other: Any?): Boolean = other is Secret && other.value == value

    override fun hashCode(): Int = value.hashCode()

    /** Returns `(redacted)`. */
    override fun toString(): String = "(redacted)"
}

internal object SecretSerializer : TextSerializer<Secret>("Secret", ::Secret, Secret::value)

/** Returns `(redacted)` in place of a secret, or `null` if there is none. */
internal fun redacted(value: Any?): String = if (value == null) "null" else "(redacted)"
