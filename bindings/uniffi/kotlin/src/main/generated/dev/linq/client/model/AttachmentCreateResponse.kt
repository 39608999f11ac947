// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import dev.linq.client.PrivateText
import dev.linq.client.Timestamp
import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Where to upload a file, and the attachment that it will be. */
@Serializable
public data class AttachmentCreateResponse(
    /** The attachment's identifier, for any number of messages once the file is uploaded. */
    @SerialName("attachment_id")
    public val attachmentId: String,
    /** Where the file will be found. On the ephemeral tier it goes away within 24 to 48 hours. */
    @SerialName("download_url")
    public val downloadUrl: PrivateText,
    /** When `upload_url` expires: after 15 minutes. */
    @SerialName("expires_at")
    public val expiresAt: Timestamp,
    /** The method of the upload: `PUT`. */
    @SerialName("http_method")
    public val httpMethod: String,
    /**
     * The headers of the upload, which the signature covers: exactly these, besides `Content-Length`. The API key is
     * none of them.
     */
    @SerialName("required_headers")
    public val requiredHeaders: Map<String, String>,
    /**
     * Where to upload the file: its raw bytes, as many as were announced. A signed address on another host than the
     * API's.
     */
    @SerialName("upload_url")
    public val uploadUrl: PrivateText,
)
