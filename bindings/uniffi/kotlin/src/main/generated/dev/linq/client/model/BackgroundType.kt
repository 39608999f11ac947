// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * The kind of a chat's background.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class BackgroundType(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** A colour, or a gradient between two. */
        public val Color: BackgroundType = BackgroundType("color")

        /** An animation. */
        public val Dynamic: BackgroundType = BackgroundType("dynamic")

        /** A photo. */
        public val Photo: BackgroundType = BackgroundType("photo")
    }
}
