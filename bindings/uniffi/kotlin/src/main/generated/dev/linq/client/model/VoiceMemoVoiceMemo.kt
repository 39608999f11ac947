// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** The sound of a voice memo. */
@Serializable
public data class VoiceMemoVoiceMemo(
    /** The attachment's identifier. */
    public val id: String,
    /** Its file name. */
    public val filename: String,
    /** Its MIME type. */
    @SerialName("mime_type")
    public val mimeType: String,
    /** Its size in bytes. */
    @SerialName("size_bytes")
    public val sizeBytes: Long,
    /** Where to download it. */
    public val url: PrivateText,
    /** How long it is, in milliseconds. */
    @SerialName("duration_ms")
    public val durationMs: Long? = null,
)
