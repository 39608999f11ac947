package dev.linq.client

import dev.linq.client.request.Media
import dev.linq.client.request.MessageContent
import java.io.File
import java.io.IOException
import java.security.MessageDigest
import java.util.concurrent.CopyOnWriteArrayList
import kotlin.random.Random
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

class UploadTest {
    @TempDir
    lateinit var folder: File

    private val bytes = Random(7).nextBytes(1_500_000)
    private val file by lazy { folder.resolve("cat.jpg").apply { writeBytes(bytes) } }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `a file is read from disk and arrives whole`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val sent = CopyOnWriteArrayList<Long>()
        val uploaded = linq.attachments.upload(file, UploadOptions(onProgress = { sent += it }))
        assertEquals("cat.jpg", uploaded.filename)
        assertEquals("image/jpeg", uploaded.contentType)
        assertEquals(bytes.size.toLong(), uploaded.sizeBytes)
        assertEquals(bytes.size.toLong(), sent.last())
        assertTrue(sent.size > 2 && sent == sent.sorted(), "$sent")
        assertEquals(sha256(bytes), Emulator.attachments().single().text("sha256"))

        val media = MessageContent(Media(attachmentId = uploaded.attachmentId))
        linq.chats.create(LINE, listOf(ANN), media)
        val put = Emulator.requests().single { it.text("method") == "PUT" }
        val headers = put.getValue("headers").toString().lowercase()
        assertFalse("authorization" in headers, "the key has no business at the storage")
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `an overloaded storage gets the file again from its start`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        Emulator.fault("""{"kind": "status", "status": 503, "code": 3002, "path": "/uploads", "times": 1}""")
        linq.attachments.upload(UploadSource("cat.jpg", bytes))
        assertEquals(sha256(bytes), Emulator.attachments().single().text("sha256"))
        assertEquals(2, Emulator.requests().count { it.text("method") == "PUT" })
    }

    @Test
    fun `a transport that only sends can upload too`() = runTest {
        val inner = OkHttpTransport()
        val linq = freshLinq(HttpTransport { inner.send(it) })
        linq.attachments.upload(file)
        assertEquals(sha256(bytes), Emulator.attachments().single().text("sha256"))
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `a file that cannot be read is no fault of the network`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val gone = UploadSource("cat.jpg", 10) { throw IOException("no such file") }
        val error = assertFailsWith<LinqException.Upload> { linq.attachments.upload(gone) }
        assertTrue("no such file" in error.message.orEmpty(), "$error")
        val short = UploadSource("cat.jpg", 10) { "short".byteInputStream() }
        assertFailsWith<LinqException.Upload> { linq.attachments.upload(short) }
        assertTrue(Emulator.attachments().none { it.text("status") == "complete" })
    }

    private fun sha256(bytes: ByteArray): String =
        MessageDigest.getInstance("SHA-256").digest(bytes).joinToString("") { "%02x".format(it) }
}
