// Written by `cargo xtask bindings`: change what it is written from.
@file:UseSerializers(IntegerSerializer::class)

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.Timestamp
import dev.linq.client.internal.IntegerSerializer
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable
import kotlinx.serialization.UseSerializers

/** A file that was uploaded or received. */
@Serializable
public data class AttachmentRetrieveResponse(
    /** The attachment's identifier. */
    public val id: String,
    /** What it is. Documented as always present. */
    @SerialName("content_type")
    public val contentType: SupportedContentType? = null,
    /** When the upload was announced. Documented as always present. */
    @SerialName("created_at")
    public val createdAt: Timestamp? = null,
    /** Its file name. Documented as always present. */
    public val filename: String? = null,
    /** Its size in bytes. Documented as always present. */
    @SerialName("size_bytes")
    public val sizeBytes: Long? = null,
    /** Deprecated by the API, which will stop sending it: how far the upload is. Documented as always present. */
    public val status: AttachmentStatus? = null,
    /** Where to download it. On the ephemeral tier a signed address that expires after 15 minutes. */
    @SerialName("download_url")
    public val downloadUrl: PrivateText? = null,
)
