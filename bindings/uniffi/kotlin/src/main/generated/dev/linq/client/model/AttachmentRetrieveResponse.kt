// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** A file that was uploaded or received. */
@Serializable
public data class AttachmentRetrieveResponse(
    /** The attachment's identifier. */
    public val id: String,
    /** What it is. */
    @SerialName("content_type")
    public val contentType: SupportedContentType,
    /** When the upload was announced. */
    @SerialName("created_at")
    public val createdAt: Timestamp,
    /** Its file name. */
    public val filename: String,
    /** Its size in bytes. */
    @SerialName("size_bytes")
    public val sizeBytes: Long,
    /** Deprecated by the API, which will stop sending it: how far the upload is. */
    public val status: AttachmentStatus? = null,
    /** Where to download it. On the ephemeral tier a signed address that expires after 15 minutes. */
    @SerialName("download_url")
    public val downloadUrl: PrivateText? = null,
)
