// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How well a conversation goes, in one word.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class ChatHealth(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Nothing is wrong. Chats start here. */
        public val Healthy: ChatHealth = ChatHealth("HEALTHY")

        /** Signs of low engagement or bad delivery. */
        public val AtRisk: ChatHealth = ChatHealth("AT_RISK")

        /** Strong signs of that. */
        public val Critical: ChatHealth = ChatHealth("CRITICAL")

        /**
         * The recipient sent an opt-out word, such as `STOP`, in this chat.
         *
         * Until they write again, sends to them are refused with code 2024 in all of your chats and on all of your
         * lines, whatever the other chats' status says. Groups are never opted out.
         */
        public val OptedOut: ChatHealth = ChatHealth("OPTED_OUT")
    }
}
