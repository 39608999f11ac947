// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A file. */
@Serializable
public data class MediaPart(
    /** The attachment's identifier. Documented as always present. */
    public val id: String? = null,
    /** The file's name. Documented as always present. */
    public val filename: String? = null,
    /** Its MIME type, such as `image/jpeg`. Documented as always present. */
    @SerialName("mime_type")
    public val mimeType: String? = null,
    /** Reactions to this part; never in events. */
    public val reactions: List<Reaction>? = null,
    /** Its size in bytes. Documented as always present. */
    @SerialName("size_bytes")
    public val sizeBytes: Long? = null,
    /** Where to download it: a signed address that expires after an hour. Documented as always present. */
    public val url: PrivateText? = null,
) : MessagePart {
    override val type: String get() = "media"
}
