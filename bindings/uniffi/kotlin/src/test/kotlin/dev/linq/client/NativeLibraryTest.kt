package dev.linq.client

import com.sun.jna.Platform
import dev.linq.client.internal.VERSION
import java.io.File
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
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

    /** The tests have that of the build as an explicit override. */
    private val built = System.getProperty(OVERRIDE)?.let(::File)

    @Test
    fun `library in the class path wins over one of the system`() {
        val (jar, system) = folder.resolve("jar") to folder.resolve("system")
        val embedded = jar.resolve(Platform.RESOURCE_PREFIX).resolve(library.name)
        checkNotNull(built).copyTo(embedded)
        system.mkdir()
        system.resolve(library.name).writeText("MZ: a library of another program")
        val systemPath = "-Djna.library.path=$system"
        assertEquals(listOf("loaded", "loaded"), createClients(systemPath, classPath = jar))
        val inJar = folder.resolve("library.jar")
        ZipOutputStream(inJar.outputStream()).use { zip ->
            zip.putNextEntry(ZipEntry(embedded.relativeTo(jar).invariantSeparatorsPath))
            embedded.inputStream().use { it.copyTo(zip) }
        }
        assertEquals(listOf("loaded", "loaded"), createClients(systemPath, classPath = inJar))
        val withoutOne = createClients(systemPath)
        assertTrue(withoutOne.all { "cannot load the native library" in it }, "$withoutOne")
    }

    @Test
    fun `native library of another version is a typed error that names both`() {
        val bytes = checkNotNull(built).readBytes().toString(Charsets.ISO_8859_1)
        val own = "linq_ffi/$VERSION\u0000"
        assertContains(bytes, own)
        val other = VERSION.replace(Regex("\\d"), "9")
        library.writeBytes(bytes.replace(own, "linq_ffi/$other\u0000").toByteArray(Charsets.ISO_8859_1))
        for (message in createClients(library)) {
            assertContains(message, "the library's version is $other, and this package's is $VERSION")
        }
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

private const val OVERRIDE = "uniffi.component.linq_ffi.libraryOverride"

/** Returns the output of [ClientCreation] with `library` as the native library. */
internal fun createClients(library: File): List<String> = createClients("-D$OVERRIDE=$library")

/** Returns the output of [ClientCreation] with these options of the JVM, and `classPath` before that of the tests. */
private fun createClients(vararg options: String, classPath: File? = null): List<String> {
    val java = File(System.getProperty("java.home"), "bin/java").path
    val tests = System.getProperty("surefire.test.class.path") ?: System.getProperty("java.class.path")
    val all = listOfNotNull(classPath?.path, tests).joinToString(File.pathSeparator)
    val process = ProcessBuilder(java, "-cp", all, *options, ClientCreation::class.java.name)
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
