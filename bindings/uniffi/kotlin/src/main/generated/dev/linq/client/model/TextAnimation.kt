// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How words move.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class TextAnimation(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** The words grow. */
        public val Big: TextAnimation = TextAnimation("big")

        /** The words shrink. */
        public val Small: TextAnimation = TextAnimation("small")

        /** The words shake from side to side. */
        public val Shake: TextAnimation = TextAnimation("shake")

        /** The words nod up and down. */
        public val Nod: TextAnimation = TextAnimation("nod")

        /** The letters burst apart. */
        public val Explode: TextAnimation = TextAnimation("explode")

        /** A wave runs through the letters. */
        public val Ripple: TextAnimation = TextAnimation("ripple")

        /** The letters bloom one after the other. */
        public val Bloom: TextAnimation = TextAnimation("bloom")

        /** The letters jitter on the spot. */
        public val Jitter: TextAnimation = TextAnimation("jitter")
    }
}
