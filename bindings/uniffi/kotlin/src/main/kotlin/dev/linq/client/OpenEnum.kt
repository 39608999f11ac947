package dev.linq.client

/**
 * A value of an open enumeration: text with constants for known values, such as `ReactionType.Love`.
 *
 * @property value Name of the value in the API.
 */
public abstract class OpenEnum internal constructor(public val value: String) {
    final override fun equals(other: Any?): Boolean =
        other is OpenEnum && other.javaClass == javaClass && other.value == value

    final override fun hashCode(): Int = value.hashCode()

    /** Returns the name of the value in the API. */
    final override fun toString(): String = value
}
