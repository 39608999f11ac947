// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * Whether to give something, a reaction or a vote, or to take it back.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class AddOrRemove(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Give it. */
        public val Add: AddOrRemove = AddOrRemove("add")

        /** Take it back. */
        public val Remove: AddOrRemove = AddOrRemove("remove")
    }
}
