// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How much an action is likely to help.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class ExpectedImpact(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Much. */
        public val High: ExpectedImpact = ExpectedImpact("high")

        /** Something. */
        public val Medium: ExpectedImpact = ExpectedImpact("medium")

        /** A little. */
        public val Low: ExpectedImpact = ExpectedImpact("low")
    }
}
