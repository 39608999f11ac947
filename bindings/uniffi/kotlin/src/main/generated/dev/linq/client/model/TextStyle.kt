// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How words look.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class TextStyle(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Heavier letters. */
        public val Bold: TextStyle = TextStyle("bold")

        /** Slanted letters. */
        public val Italic: TextStyle = TextStyle("italic")

        /** A line through the words. */
        public val Strikethrough: TextStyle = TextStyle("strikethrough")

        /** A line under the words. */
        public val Underline: TextStyle = TextStyle("underline")
    }
}
