package dev.linq.client

import java.io.FilterInputStream
import java.io.IOException
import java.io.InputStream

/**
 * What a transport sends for an upload.
 *
 * @property size How many bytes there are.
 */
public class UploadBody internal constructor(
    public val size: Long,
    private val source: UploadSource,
    private val onProgress: ((sent: Long) -> Unit)?,
) {
    @Volatile
    private var sent = 0L

    /** Whether all of it was read since it was opened last. */
    internal val isSent: Boolean get() = sent == size

    /** The bytes from the start. What they throw when they are read has to be thrown on, as it is or as a cause. */
    public fun open(): InputStream {
        sent = 0
        return Counted(reading { source.open() }, size) {
            sent = it
            onProgress?.invoke(it)
        }
    }
}

/** What ends an upload from within the body: no fault of the network. A transport that wraps it hides nothing. */
internal sealed class BrokenBody(cause: Throwable) :
    IOException(cause.message ?: cause.javaClass.simpleName, cause) {
    /** What was thrown first; coroutines may have made copies around it. */
    val origin: Throwable get() = generateSequence<Throwable>(this) { it.cause }.first { it !is BrokenBody }
}

/** The source could not be read. */
internal class Unreadable(cause: Throwable) : BrokenBody(cause)

/** The app's own `onProgress` has thrown, as an `IOException` since HTTP stacks end the program at others. */
internal class ProgressFailed(cause: Throwable) : BrokenBody(cause)

/** The failure of the body that this exception is, or comes from. */
internal fun Throwable.brokenBody(): BrokenBody? =
    generateSequence(this) { it.cause }.firstNotNullOfOrNull { it as? BrokenBody }

/** Whatever a source throws, such as a content URI that is gone, or one that the app may not read any more. */
internal inline fun <T> reading(read: () -> T): T = try {
    read()
} catch (e: Exception) {
    throw Unreadable(e)
}

/** Exactly as many bytes as were announced. */
private class Counted(
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
        val count = reading { super.read(buffer, offset, length) }
        if (count > 0) sent += count
        if (sent > size || (count < 0 && sent < size)) {
            throw Unreadable(IOException("the source does not have the $size bytes that it was said to have"))
        }
        if (count > 0) report()
        return count
    }

    private fun report() {
        try {
            onProgress(sent)
        } catch (e: Throwable) {
            throw ProgressFailed(e)
        }
    }

    override fun markSupported(): Boolean = false
}
