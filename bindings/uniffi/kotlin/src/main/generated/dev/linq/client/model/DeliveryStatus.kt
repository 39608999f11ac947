// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How far a message got.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class DeliveryStatus(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Taken on. */
        public val Pending: DeliveryStatus = DeliveryStatus("pending")

        /** Waiting to be sent. */
        public val Queued: DeliveryStatus = DeliveryStatus("queued")

        /** Sent. */
        public val Sent: DeliveryStatus = DeliveryStatus("sent")

        /** Arrived at the recipient. */
        public val Delivered: DeliveryStatus = DeliveryStatus("delivered")

        /** Arrived from the other side. */
        public val Received: DeliveryStatus = DeliveryStatus("received")

        /** Read by the recipient. */
        public val Read: DeliveryStatus = DeliveryStatus("read")

        /** Not sent. */
        public val Failed: DeliveryStatus = DeliveryStatus("failed")
    }
}
