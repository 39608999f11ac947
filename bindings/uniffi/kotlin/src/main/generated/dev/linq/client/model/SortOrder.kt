// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * Which items of a list come first.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class SortOrder(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** The oldest. */
        public val Ascending: SortOrder = SortOrder("asc")

        /** The newest. */
        public val Descending: SortOrder = SortOrder("desc")
    }
}
