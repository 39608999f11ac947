// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * How far an upload is.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class AttachmentStatus(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** The file has not arrived yet. */
        public val Pending: AttachmentStatus = AttachmentStatus("pending")

        /** The file can be sent. */
        public val Complete: AttachmentStatus = AttachmentStatus("complete")

        /** The file was not taken. */
        public val Failed: AttachmentStatus = AttachmentStatus("failed")
    }
}
