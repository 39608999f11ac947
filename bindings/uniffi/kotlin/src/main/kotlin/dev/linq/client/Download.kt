package dev.linq.client

import dev.linq.client.model.MediaPart
import kotlin.time.Duration

/**
 * The source of a download: an attachment, a URL, or both. An expired URL is renewed by the identifier.
 *
 * @property attachmentId Identifier of the attachment.
 * @property url URL of the file.
 */
public class DownloadSource(public val attachmentId: String?, public val url: Secret? = null) {
    /** Creates a source of a file in a message or event. */
    public constructor(part: MediaPart) : this(part.id, part.url)

    /** Creates a source of an uploaded file. */
    public constructor(file: UploadedFile) : this(file.attachmentId, file.downloadUrl)

    override fun toString(): String = "DownloadSource(attachmentId=$attachmentId, url=${redacted(url)})"
}

/**
 * Options of a download.
 *
 * @property maxBytes Maximum size of the file in bytes; by default 100 MiB. A larger file is a
 *     [LinqException.Download].
 * @property timeout Maximum time without a byte of the file; by default the timeout of a call.
 * @property maxRetries Maximum number of retries.
 * @property deadline Maximum time for the whole download, including token fetches, delays and retries.
 * @property onProgress Receives the number of bytes received, and the total if the storage declares it. The numbers
 *     never decrease. Called on the receiving thread; its exceptions end the download, and are thrown by it.
 */
public class DownloadOptions(
    public val maxBytes: Long? = null,
    public val timeout: Duration? = null,
    public val maxRetries: Int? = null,
    public val deadline: Duration? = null,
    public val onProgress: ((received: Long, total: Long?) -> Unit)? = null,
)
