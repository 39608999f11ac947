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
    /** The bytes from the start. What the source throws when it is read has to be thrown on as it is. */
    public fun open(): InputStream = Counted(reading { source.open() }, size, onProgress)
}

/** The source could not be read: not the fault of the network. */
internal class Unreadable(cause: Exception) : IOException(cause.message ?: cause.javaClass.simpleName, cause)

private inline fun <T> reading(read: () -> T): T = try {
    read()
} catch (e: IOException) {
    throw Unreadable(e)
} catch (e: SecurityException) { // a content URI that the app may not read any more
    throw Unreadable(e)
}

/** Exactly as many bytes as were announced. */
private class Counted(
    source: InputStream,
    private val size: Long,
    private val onProgress: ((Long) -> Unit)?,
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
        if (count > 0) onProgress?.invoke(sent)
        return count
    }

    override fun markSupported(): Boolean = false
}
