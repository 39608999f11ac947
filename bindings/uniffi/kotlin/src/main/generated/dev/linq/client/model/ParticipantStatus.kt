// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * Whether a participant still takes part in a chat.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class ParticipantStatus(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** They do. */
        public val Active: ParticipantStatus = ParticipantStatus("active")

        /** They left by themselves. */
        public val Left: ParticipantStatus = ParticipantStatus("left")

        /** Somebody removed them. */
        public val Removed: ParticipantStatus = ParticipantStatus("removed")
    }
}
