package dev.linq.client.internal

import com.sun.jna.Platform
import dev.linq.client.LinqException
import java.util.concurrent.atomic.AtomicReference

/** Converts errors from loading the native library. */
internal object NativeLibrary {
    private const val NAME = "linq_ffi"
    private val first = AtomicReference<LinkageError>()

    /**
     * Returns the exception for an error from loading the library. After the first one, the JVM reports only that a
     * class could not be initialized, so later exceptions have the reason of the first.
     */
    fun exception(error: LinkageError): LinqException.NativeLibrary {
        first.compareAndSet(null, error)
        val cause = if (error is NoClassDefFoundError) first.get() else error
        val library = System.getProperty("uniffi.component.$NAME.libraryOverride") ?: System.mapLibraryName(NAME)
        val platform = Platform.RESOURCE_PREFIX
        val detail = "cannot load the native library $library for $platform: ${reason(cause)}"
        return LinqException.NativeLibrary(detail, library, platform, cause)
    }

    /** Returns JNA's message in one line, without the class path. */
    private fun reason(error: LinkageError): String {
        val origin = if (error is ExceptionInInitializerError) error.cause ?: error else error
        val message = origin.message ?: origin.javaClass.simpleName
        val lines = message.lines().map { it.replace(CLASS_PATH, "resource path").trim() }
        return lines.filter { it.isNotEmpty() }.distinct().joinToString("; ").replace(":; ", ": ")
    }

    private val CLASS_PATH = Regex("resource path \\(.*\\)")
}
