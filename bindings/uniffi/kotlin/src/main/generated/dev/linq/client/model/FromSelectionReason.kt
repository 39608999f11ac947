// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * Why a line was chosen to send a message.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class FromSelectionReason(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** The recipients have a chat on it, and it can send. */
        public val ReusedActiveChat: FromSelectionReason = FromSelectionReason("reused_active_chat")

        /** The recipients have no chat yet, and it is the best one. */
        public val NewBestNumber: FromSelectionReason = FromSelectionReason("new_best_number")

        /** The recipients' chats are on lines that cannot send, so a new one was started on it. */
        public val FailoverFlagged: FromSelectionReason = FromSelectionReason("failover_flagged")
    }
}
