// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * What weighs on a line's reputation.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class ReputationDriverKey(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Several messages sent and hardly an answer. Said of single chats only. */
        public val LowEngagement: ReputationDriverKey = ReputationDriverKey("low_engagement")

        /** Many of the line's conversations do not go well: see to these first. */
        public val OverallConversationHealth: ReputationDriverKey = ReputationDriverKey("overall_conversation_health")

        /** Far more messages in a day than is usual for the line, or than one line should send. */
        public val VolumeSpike: ReputationDriverKey = ReputationDriverKey("volume_spike")

        /** Too many new conversations in a day. */
        public val NewConversationRate: ReputationDriverKey = ReputationDriverKey("new_conversation_rate")

        /** Recipients asked the line to stop: send them nothing more. */
        public val OptOutHandling: ReputationDriverKey = ReputationDriverKey("opt_out_handling")

        /** The line is restricted, and its messages may not arrive: use another until it recovers. */
        public val Flagged: ReputationDriverKey = ReputationDriverKey("flagged")

        /** Something else. */
        public val Other: ReputationDriverKey = ReputationDriverKey("other")
    }
}
