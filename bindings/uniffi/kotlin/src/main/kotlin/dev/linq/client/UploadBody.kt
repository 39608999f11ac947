package dev.linq.client

import java.io.FilterInputStream
import java.io.IOException
import java.io.InputStream

/**
 * The body of an upload request.
 *
 * @property size Size in bytes.
 */
public class UploadBody internal constructor(
    public val size: Long,
    private val source: UploadSource,
    private val onProgress: ((progress: UploadProgress) -> Unit)?,
) {
    internal val filename: String get() = source.filename

    @Volatile
    private var sent = 0L

    /** True if the last opened stream was read completely. */
    internal val isSent: Boolean get() = sent == size

    /** Returns a stream from the start. A transport must rethrow its exceptions, directly or as a cause. */
    public fun open(): InputStream {
        sent = 0
        return CountingStream(readingSource { source.open.call() }, size) {
            sent = it
            onProgress?.invoke(UploadProgress(it, size))
        }
    }
}

/** A failure of the body of an upload, which is not one of the network. Found also in exceptions that wrap it. */
internal sealed class UploadBodyException(cause: Throwable) :
    IOException(cause.message ?: cause.javaClass.simpleName, cause) {
    /** The original exception, which coroutines may have wrapped in copies. */
    val origin: Throwable get() = generateSequence<Throwable>(this) { it.cause }.first { it !is UploadBodyException }
}

/** The source of an upload could not be read. */
internal class SourceReadException(cause: Throwable) : UploadBodyException(cause)

/** `onProgress` has thrown an exception, wrapped in an `IOException` since HTTP stacks crash on others. */
internal class ProgressCallbackException(cause: Throwable) : UploadBodyException(cause)

/** Returns the failure of the body that is, or caused, this exception. */
internal fun Throwable.uploadBodyException(): UploadBodyException? =
    generateSequence(this) { it.cause }.firstNotNullOfOrNull { it as? UploadBodyException }

/** Wraps any exception of a source, such as that of a content URI which was removed or is not readable. */
internal inline fun <T> readingSource(read: () -> T): T = try {
    read()
} catch (e: Exception) {
    throw SourceReadException(e)
}

/** A stream that must have exactly the declared size, and reports progress. */
private class CountingStream(
    source: InputStream,
    private val size: Long,
    private val onProgress: (Long) -> Unit,
) : FilterInputStream(source) {
    private var sent = 0L

    override fun read(): Int {
        val one = ByteArray(1)
        return if (read(one, 0, 1) < 0) -1 else one[0].toInt() and 0xff
    }

    override fun read(buffer: ByteArray, offset: Int, length: Int): Int {
        val count = readingSource { super.read(buffer, offset, length) }
        if (count > 0) sent += count
        if (sent > size || (count < 0 && sent < size)) {
            throw SourceReadException(IOException("does not have the declared size of $size bytes"))
        }
        if (count > 0) report()
        return count
    }

    private fun report() {
        try {
            onProgress(sent)
        } catch (e: Throwable) {
            throw ProgressCallbackException(e)
        }
    }

    override fun markSupported(): Boolean = false
}
