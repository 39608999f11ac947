package dev.linq.client

import com.sun.jna.Platform
import java.io.File
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import org.junit.jupiter.api.io.TempDir

/** Loading of the native library, in other JVMs: this one has loaded it. */
class NativeLibraryTest {
    @TempDir
    lateinit var folder: File

    private val library by lazy { folder.resolve(System.mapLibraryName("linq_ffi")) }

    @Test
    fun `missing native library is a typed error`() {
        assertTypedError(createClients(library))
    }

    @Test
    fun `native library of another platform is a typed error`() {
        library.writeText("MZ: a library of another platform")
        assertTypedError(createClients(library))
    }

    /** Also for the second client, for which the JVM reports another error. */
    private fun assertTypedError(messages: List<String>) {
        assertEquals(ClientCreation.COUNT, messages.size, "$messages")
        for (message in messages) {
            val prefix = "cannot load the native library $library for ${Platform.RESOURCE_PREFIX}: "
            assertContains(message, "$library, ${Platform.RESOURCE_PREFIX}, $prefix")
            assertContains(message.substringAfter(prefix), library.name)
            assertFalse("Could not initialize class" in message, message)
        }
    }
}

/** Returns the output of [ClientCreation] with `library` as the native library. */
internal fun createClients(library: File): List<String> {
    val java = File(System.getProperty("java.home"), "bin/java").path
    val classPath = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
    val libraryOption = "-Duniffi.component.linq_ffi.libraryOverride=$library"
    val process = ProcessBuilder(java, "-cp", classPath, libraryOption, ClientCreation::class.java.name)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
    return process.inputStream.bufferedReader().readLines()
}

/** A program that creates clients, and prints a line for each. */
object ClientCreation {
    const val COUNT: Int = 2

    @JvmStatic
    fun main(arguments: Array<String>) {
        repeat(COUNT) {
            try {
                Linq("any-key").close()
                println("loaded")
            } catch (e: LinqException.NativeLibrary) {
                println("${e.library}, ${e.platform}, ${e.message}")
            }
        }
    }
}
