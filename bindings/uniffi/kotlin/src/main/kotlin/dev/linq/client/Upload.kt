package dev.linq.client

import java.io.ByteArrayInputStream
import java.io.File
import java.io.InputStream
import kotlin.time.Duration

/**
 * A file to upload, from wherever it is; on Android, often a content URI.
 *
 * @property filename Its name, from which its type is guessed.
 * @property size How many bytes it has, up to 100 MB.
 * @property open Opens it at its start; once more for each try. What it throws is a [LinqException.Upload].
 */
public class UploadSource(
    public val filename: String,
    public val size: Long,
    public val open: () -> InputStream,
) {
    /** A file on disk, which is read as it is sent. */
    public constructor(file: File) : this(file.name, file.length(), file::inputStream)

    /** A file in memory. */
    public constructor(filename: String, bytes: ByteArray) :
        this(filename, bytes.size.toLong(), { ByteArrayInputStream(bytes) })
}

/**
 * How a file is to be uploaded.
 *
 * @property contentType Its MIME type, if the name does not tell.
 * @property timeout The time for the transfer; a minute and 128 KiB a second unless told otherwise.
 * @property maxRetries How often it may be tried again.
 * @property deadline The time for all of it, its token, pauses and retries included.
 * @property onProgress Told how many bytes have been handed to the connection; begins anew with each try. It is called
 *     on the thread that sends; what it throws ends the upload and comes out of it.
 */
public class UploadOptions(
    public val contentType: String? = null,
    public val timeout: Duration? = null,
    public val maxRetries: Int? = null,
    public val deadline: Duration? = null,
    public val onProgress: ((sent: Long) -> Unit)? = null,
)

/**
 * A file that messages can carry now.
 *
 * @property attachmentId The attachment, for any number of messages.
 * @property downloadUrl Where the file can be downloaded. Documented as always present.
 * @property filename Its name.
 * @property contentType What it was announced as.
 * @property sizeBytes How many bytes it has.
 */
public data class UploadedFile(
    val attachmentId: String,
    val downloadUrl: PrivateText?,
    val filename: String,
    val contentType: String,
    val sizeBytes: Long,
)
