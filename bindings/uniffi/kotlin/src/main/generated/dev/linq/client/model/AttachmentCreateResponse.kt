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
    /**
     * Where the file will be found. On the ephemeral tier it goes away within 24 to 48 hours. Documented as always
     * present.
     */
    @SerialName("download_url")
    public val downloadUrl: PrivateText? = null,
    /** When `upload_url` expires: after 15 minutes. Documented as always present. */
    @SerialName("expires_at")
    public val expiresAt: Timestamp? = null,
    /** The method of the upload: `PUT`. Documented as always present. */
    @SerialName("http_method")
    public val httpMethod: String? = null,
    /**
     * The headers of the upload, which the signature covers: exactly these, besides `Content-Length`. The API key is
     * none of them.
     */
    @SerialName("required_headers")
    public val requiredHeaders: Map<String, String> = emptyMap(),
    /**
     * Where to upload the file: its raw bytes, as many as were announced. A signed address on another host than the
     * API's. Documented as always present.
     */
    @SerialName("upload_url")
    public val uploadUrl: PrivateText? = null,
)
