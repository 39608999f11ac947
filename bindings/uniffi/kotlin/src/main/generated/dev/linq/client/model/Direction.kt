// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * Which way a message went.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class Direction(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** To you. */
        public val Inbound: Direction = Direction("inbound")

        /** From you. */
        public val Outbound: Direction = Direction("outbound")
    }
}
