// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** The sound of a voice memo. */
@Serializable
public data class VoiceMemoVoiceMemo(
    /** The attachment's identifier. Documented as always present. */
    public val id: String? = null,
    /** Its file name. Documented as always present. */
    public val filename: String? = null,
    /** Its MIME type. Documented as always present. */
    @SerialName("mime_type")
    public val mimeType: String? = null,
    /** Its size in bytes. Documented as always present. */
    @SerialName("size_bytes")
    public val sizeBytes: Long? = null,
    /** Where to download it. Documented as always present. */
    public val url: PrivateText? = null,
    /** How long it is, in milliseconds. */
    @SerialName("duration_ms")
    public val durationMs: Long? = null,
)
