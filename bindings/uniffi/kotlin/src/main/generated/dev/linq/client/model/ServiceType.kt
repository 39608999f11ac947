// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * The service that carries a message or a conversation.
 *
 * A message's own service may differ from its chat's, since single messages can be downgraded.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class ServiceType(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Apple's iMessage. */
        public val IMessage: ServiceType = ServiceType("iMessage")

        /** SMS, and MMS for media and groups. */
        public val Sms: ServiceType = ServiceType("SMS")

        /** Rich Communication Services. */
        public val Rcs: ServiceType = ServiceType("RCS")
    }
}
