// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * The animation of a chat's background.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class BackgroundStyle(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** A sky. */
        public val Sky: BackgroundStyle = BackgroundStyle("sky")

        /** Water. */
        public val Water: BackgroundStyle = BackgroundStyle("water")

        /** Northern lights. */
        public val Aurora: BackgroundStyle = BackgroundStyle("aurora")

        /** Glitter: seen on chats, but not to be set. */
        public val Glitter: BackgroundStyle = BackgroundStyle("glitter")
    }
}
