package dev.linq.client

import java.io.IOException

/**
 * The body of the response to a download, which a [HttpTransport] passes on as it is received: [begin] with the head of
 * the response, then [write] for each chunk if that returns true.
 */
public class DownloadBody internal constructor(
    private val handler: Handler,
) {
    /** Decisions about the body, and the target of its bytes. */
    internal interface Handler {
        fun begin(status: Int, headers: List<HttpHeader>): Boolean

        fun write(bytes: ByteArray, offset: Int, length: Int)
    }

    private var isOpen = true

    /** Time of the last byte or of the start, of [System.nanoTime]. */
    @Volatile
    private var lastActivity = System.nanoTime()

    internal val idleNanos: Long get() = System.nanoTime() - lastActivity

    /**
     * Returns true if the body is the file, which is written and not part of the [HttpResponse]; otherwise it is an
     * error, of which the first 64 KiB are sufficient.
     *
     * @throws IOException if the body must not be read. A transport must rethrow it, directly or as a cause.
     */
    public fun begin(status: Int, headers: List<HttpHeader>): Boolean = whileOpen { handler.begin(status, headers) }

    /**
     * Writes a chunk of the file.
     *
     * @throws IOException if the rest must not be read. A transport must rethrow it, directly or as a cause.
     */
    public fun write(bytes: ByteArray, offset: Int = 0, length: Int = bytes.size - offset) {
        whileOpen { handler.write(bytes, offset, length) }
    }

    /** Ends the attempt: a transport may still be running, and must not write any longer. */
    @Synchronized
    internal fun close() {
        isOpen = false
    }

    @Synchronized
    private fun <T> whileOpen(work: () -> T): T {
        if (!isOpen) throw DownloadStoppedException()
        return work().also { lastActivity = System.nanoTime() }
    }

    internal companion object {
        /** Number of bytes to read of an error. */
        const val MAX_ERROR_BYTES = 64L * 1024
    }
}

/** A reason to stop reading the body of a download, which is not one of the network. */
internal sealed class DownloadBodyException(cause: Throwable?) : IOException(cause?.message, cause) {
    /** The original exception. */
    val origin: Throwable get() = generateSequence<Throwable>(this) { it.cause }.first { it !is DownloadBodyException }
}

/** Core has decided to stop. */
internal class DownloadStoppedException : DownloadBodyException(null)

/** The target could not be written. */
internal class TargetWriteException(cause: Throwable) : DownloadBodyException(cause)

/** `onProgress` has thrown an exception. */
internal class DownloadProgressException(cause: Throwable) : DownloadBodyException(cause)

/** Returns the reason to stop reading that is, or caused, this exception. */
internal fun Throwable.downloadBodyException(): DownloadBodyException? =
    generateSequence(this) { it.cause }.firstNotNullOfOrNull { it as? DownloadBodyException }
