// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * The service that a message was asked to go over.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class PreferredService(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** iMessage only, without a fallback. */
        public val IMessage: PreferredService = PreferredService("iMessage")

        /** RCS if possible, else SMS; never iMessage. */
        public val Sms: PreferredService = PreferredService("SMS")

        /** RCS if possible, else SMS; never iMessage. */
        public val Rcs: PreferredService = PreferredService("RCS")

        /** Nothing was asked for: iMessage, then RCS, then SMS. */
        public val Auto: PreferredService = PreferredService("auto")
    }
}
