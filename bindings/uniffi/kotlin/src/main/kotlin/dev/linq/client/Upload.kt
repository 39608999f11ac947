package dev.linq.client

import java.io.ByteArrayInputStream
import java.io.File
import java.io.IOException
import java.io.InputStream
import java.util.concurrent.Callable
import kotlin.time.Duration

/**
 * A file to upload, for example a content URI on Android.
 *
 * @property filename File name, from which the content type is guessed.
 * @property size Size in bytes, at most 100 MB.
 * @property open Returns a stream of the file from its start, for each attempt. Its exceptions become a
 *     [LinqException.Upload].
 */
public class UploadSource(
    public val filename: String,
    public val size: Long,
    public val open: Callable<InputStream>,
) {
    /** Creates a source of a file on disk, which is read while it is sent. */
    public constructor(file: File) : this(file.name, if (file.isFile) file.length() else 0, { file.open() })

    /** Creates a source of a file in memory. */
    public constructor(filename: String, bytes: ByteArray) :
        this(filename, bytes.size.toLong(), { ByteArrayInputStream(bytes) })
}

/** Returns a stream of the file, or throws an exception whose message is the same on all platforms. */
private fun File.open(): InputStream {
    val problem = when {
        !exists() -> "not found"
        !isFile -> "not a regular file"
        !canRead() -> "permission denied"
        else -> return inputStream()
    }
    throw IOException("$path: $problem")
}

/**
 * The progress of an upload. A retry starts again from 0.
 *
 * @property sentBytes Number of bytes sent.
 * @property totalBytes Size of the file in bytes.
 */
public data class UploadProgress(val sentBytes: Long, val totalBytes: Long) {
    /** Progress from 0 to 1. */
    public val fraction: Double get() = if (totalBytes > 0) sentBytes.toDouble() / totalBytes else 0.0
}

/**
 * Options of an upload. Java programs use [dev.linq.client.java.UploadOptionsBuilder].
 *
 * @property contentType Content type; by default guessed from the file name.
 * @property timeout Maximum time for one transfer; by default one minute, and one second more for each 128 KiB.
 * @property maxRetries Maximum number of retries.
 * @property deadline Maximum time for the whole upload, including token fetches, delays and retries.
 * @property onProgress Receives the progress. Called on the sending thread; its exceptions end the upload, and are
 *     thrown by it.
 */
public class UploadOptions(
    public val contentType: String? = null,
    public val timeout: Duration? = null,
    public val maxRetries: Int? = null,
    public val deadline: Duration? = null,
    public val onProgress: ((progress: UploadProgress) -> Unit)? = null,
)

/**
 * An uploaded file, which messages can contain.
 *
 * @property attachmentId Identifier of the attachment, for any number of messages.
 * @property downloadUrl Download URL. Documented as always present.
 * @property filename File name.
 * @property contentType Declared content type.
 * @property sizeBytes Size in bytes.
 */
public data class UploadedFile(
    val attachmentId: String,
    val downloadUrl: Secret?,
    val filename: String,
    val contentType: String,
    val sizeBytes: Long,
)
