// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * Where an effect plays.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class EffectKind(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** All over the screen. */
        public val Screen: EffectKind = EffectKind("screen")

        /** On the message's own bubble. */
        public val Bubble: EffectKind = EffectKind("bubble")
    }
}
