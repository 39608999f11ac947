package dev.linq.client.internal

import java.io.ByteArrayOutputStream
import java.io.Closeable
import java.io.File
import java.io.IOException
import java.io.OutputStream
import java.io.RandomAccessFile
import java.nio.file.Files
import java.nio.file.StandardCopyOption.REPLACE_EXISTING
import java.util.UUID

/** The target of a download. */
internal interface DownloadTarget : Closeable {
    /** Name for error messages. */
    val name: String

    fun write(bytes: ByteArray, offset: Int, length: Int)

    /** Removes all bytes that were written, and returns true; false if that is impossible. */
    fun empty(): Boolean

    /** Completes the target with the whole file. */
    fun complete()
}

/** Bytes in memory. */
internal class MemoryTarget : DownloadTarget {
    private val stream = ByteArrayOutputStream()

    val bytes: ByteArray get() = stream.toByteArray()

    override val name: String get() = "memory"

    override fun write(bytes: ByteArray, offset: Int, length: Int) = stream.write(bytes, offset, length)

    override fun empty(): Boolean {
        stream.reset()
        return true
    }

    override fun complete() = Unit

    override fun close() = Unit
}

/** A stream, which is not closed. */
internal class StreamTarget(private val stream: OutputStream) : DownloadTarget {
    override val name: String get() = "stream"

    override fun write(bytes: ByteArray, offset: Int, length: Int) = stream.write(bytes, offset, length)

    override fun empty(): Boolean = false

    override fun complete() = stream.flush()

    override fun close() = Unit
}

/** A file, which has a temporary name until it is complete, and is deleted if it never is. */
internal class FileTarget(private val file: File) : DownloadTarget {
    private val partial = File(file.absoluteFile.parentFile, ".linq-${UUID.randomUUID()}.part")
    private val content: RandomAccessFile

    init {
        if (file.isDirectory) throw IOException("$file: is a directory")
        if (!partial.parentFile.isDirectory) throw IOException("$file: the folder does not exist")
        content = RandomAccessFile(partial, "rw")
    }

    override val name: String get() = file.path

    override fun write(bytes: ByteArray, offset: Int, length: Int) = content.write(bytes, offset, length)

    override fun empty(): Boolean {
        content.setLength(0)
        return true
    }

    override fun complete() {
        content.close()
        Files.move(partial.toPath(), file.toPath(), REPLACE_EXISTING)
    }

    override fun close() {
        content.close()
        // After `complete`, there is none.
        partial.delete()
    }
}
