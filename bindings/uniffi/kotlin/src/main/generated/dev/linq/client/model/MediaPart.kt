// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A file. */
@Serializable
public data class MediaPart(
    /** The attachment's identifier. */
    public val id: String,
    /** The file's name. */
    public val filename: String,
    /** Its MIME type, such as `image/jpeg`. */
    @SerialName("mime_type")
    public val mimeType: String,
    /** Its size in bytes. */
    @SerialName("size_bytes")
    public val sizeBytes: Long,
    /** Where to download it: a signed address that expires after an hour. */
    public val url: PrivateText,
    /** Reactions to this part; never in events. */
    public val reactions: List<Reaction>? = null,
) : MessagePart {
    override val type: String get() = "media"
}
