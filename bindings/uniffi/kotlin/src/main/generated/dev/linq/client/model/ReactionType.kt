// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How somebody reacted to a message.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class ReactionType(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** A heart. */
        public val Love: ReactionType = ReactionType("love")

        /** Thumbs up. */
        public val Like: ReactionType = ReactionType("like")

        /** Thumbs down. */
        public val Dislike: ReactionType = ReactionType("dislike")

        /** Ha ha. */
        public val Laugh: ReactionType = ReactionType("laugh")

        /** Two exclamation marks. */
        public val Emphasize: ReactionType = ReactionType("emphasize")

        /** A question mark. */
        public val Question: ReactionType = ReactionType("question")

        /** An emoji of their choice. */
        public val Custom: ReactionType = ReactionType("custom")

        /** An image stuck onto the message. */
        public val Sticker: ReactionType = ReactionType("sticker")
    }
}
