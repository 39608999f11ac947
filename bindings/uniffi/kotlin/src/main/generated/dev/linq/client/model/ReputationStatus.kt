// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How a line is regarded, in one word.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class ReputationStatus(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Nothing is wrong, or the line has not been scored yet. */
        public val Healthy: ReputationStatus = ReputationStatus("HEALTHY")

        /** Low engagement in many chats, or too many new ones in a day: send more slowly. */
        public val AtRisk: ReputationStatus = ReputationStatus("AT_RISK")

        /** Messages are not landing: pause sending until the line recovers. */
        public val Critical: ReputationStatus = ReputationStatus("CRITICAL")
    }
}
