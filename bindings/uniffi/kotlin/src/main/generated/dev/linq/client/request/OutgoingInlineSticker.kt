// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.request

import dev.linq.client.hidden
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/**
 * A sticker in the line with the words, in place of some of them; from a URL or uploaded ahead, exactly one of the two.
 *
 * The words that it covers are hidden on iMessage. Over RCS and SMS they are sent in its place.
 */
@Serializable
public data class OutgoingInlineSticker(
    /** The words that the sticker covers. */
    public val range: List<Long>,
    /** The `download_url` of an upload. */
    public val url: String? = null,
    /** An image uploaded ahead. */
    @SerialName("attachment_id")
    public val attachmentId: String? = null,
) {
    /** Without what is private. */
    override fun toString(): String =
        "OutgoingInlineSticker(range=$range, url=${hidden(url)}, attachmentId=$attachmentId)"
}
