package dev.linq.client.internal

import com.sun.jna.Native
import com.sun.jna.Platform
import dev.linq.client.LinqException
import java.io.File
import java.io.IOException
import java.util.concurrent.atomic.AtomicReference

/** Locates the native library, and converts errors from loading it. */
internal object NativeLibrary {
    private const val NAME = "linq_ffi"
    private const val OVERRIDE = "uniffi.component.$NAME.libraryOverride"
    private val first = AtomicReference<LinkageError>()

    /** Prevents that the library is unloaded. */
    private var loaded: com.sun.jna.NativeLibrary? = null

    /**
     * Loads the library, and returns its name or path for JNA: that of the override, of the class path, which is the
     * jar's own, or else of the system.
     *
     * @throws LinkageError if there is none that can be loaded, or if it is of another version.
     */
    fun locate(): String = located

    private val located: String by lazy {
        val embedded = if (System.getProperty(OVERRIDE) == null) embedded() else null
        val name = System.getProperty(OVERRIDE) ?: embedded?.path ?: NAME
        val library = com.sun.jna.NativeLibrary.getInstance(name, javaClass.classLoader)
        checkVersion(library)
        loaded = library
        // A copy from a jar, which the system has loaded by now; Windows deletes it at the end of the JVM.
        if (embedded != null && embedded.name.startsWith("jna")) embedded.delete()
        name
    }

    /** Returns the library in the class path, which JNA copies out of a jar, or null if it has none for this platform. */
    private fun embedded(): File? = try {
        Native.extractFromResourcePath(NAME, javaClass.classLoader)
    } catch (_: IOException) {
        null
    }

    /** Checks the version before any other function is looked up, which might be missing. */
    private fun checkVersion(library: com.sun.jna.NativeLibrary) {
        val version = try {
            val token = library.getFunction("linq_ffi_version").invokeString(emptyArray(), false)
            token.substringAfter('/')
        } catch (_: UnsatisfiedLinkError) {
            "unknown"
        }
        if (version != VERSION) {
            throw UnsatisfiedLinkError("the library's version is $version, and this package's is $VERSION")
        }
    }

    /**
     * Returns the exception for an error from loading the library. After the first one, the JVM reports only that a
     * class could not be initialized, so later exceptions have the reason of the first.
     */
    fun exception(error: LinkageError): LinqException.NativeLibrary {
        first.compareAndSet(null, error)
        val cause = if (error is NoClassDefFoundError) first.get() else error
        val library = System.getProperty(OVERRIDE) ?: System.mapLibraryName(NAME)
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
