// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import dev.linq.client.hidden
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * An image, a video, a sound or any other file, from a URL or uploaded ahead; exactly one of the two.
 *
 * Of the media given by public URL a message takes at most 40; those uploaded ahead count only towards its 100 parts.
 */
@Serializable
public data class Media(
    /** Where the server downloads the file, at most 10 MB: an `https://` URL that needs no login. */
    public val url: String? = null,
    /** A file uploaded ahead, at most 100 MB. Spares the download on every send. */
    @SerialName("attachment_id")
    public val attachmentId: String? = null,
    /**
     * Whether an image goes as a sticker: without a bubble, its background cut away, free to be moved onto other
     * messages (iMessage only; over RCS and SMS it stays a photo).
     */
    public val sticker: Boolean? = null,
) : OutgoingPart {
    override val type: String get() = "media"

    /** Without what is private. */
    override fun toString(): String = "Media(url=${hidden(url)}, attachmentId=$attachmentId, sticker=$sticker)"
}
