package dev.linq.client

import dev.linq.client.request.MessageContent
import dev.linq.client.request.OutgoingMedia
import java.io.File
import java.io.IOException
import java.io.InputStream
import java.net.InetAddress
import java.net.ServerSocket
import java.security.MessageDigest
import java.util.concurrent.CopyOnWriteArrayList
import kotlin.random.Random
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withTimeout
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.jsonObject
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
    fun `file upload is complete and reports progress`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val reports = CopyOnWriteArrayList<UploadProgress>()
        val uploaded = linq.attachments.upload(file, UploadOptions(onProgress = { reports += it }))
        assertEquals("cat.jpg", uploaded.filename)
        assertEquals("image/jpeg", uploaded.contentType)
        assertEquals(bytes.size.toLong(), uploaded.sizeBytes)
        val sent = reports.map { it.sentBytes }
        assertTrue(sent.size > 2 && sent == sent.sorted(), "$sent")
        assertEquals(UploadProgress(uploaded.sizeBytes, uploaded.sizeBytes), reports.last())
        assertEquals(1.0, reports.last().fraction)
        assertEquals(setOf(uploaded.sizeBytes), reports.map { it.totalBytes }.toSet())
        assertEquals(sha256(bytes), Emulator.attachments().single().text("sha256"))

        val media = MessageContent(OutgoingMedia(attachmentId = uploaded.attachmentId))
        linq.chats.create(LINE, listOf(ANN), media)
        val put = Emulator.requests().single { it.text("method") == "PUT" }
        val headers = put.getValue("headers").toString().lowercase()
        assertFalse("authorization" in headers, "the storage must not receive the key")
    }

    @Test
    fun `success before the whole file was sent fails the upload`() = runTest {
        val earlyResponse = object : HttpTransport {
            private val okHttp = OkHttpTransport()

            override suspend fun send(request: HttpRequest) = okHttp.send(request)

            override suspend fun upload(request: HttpRequest, file: UploadBody): HttpResponse {
                file.open().use { it.readNBytes(1000) }
                return HttpResponse(200, emptyList(), ByteArray(0))
            }
        }
        val error = assertFailsWith<LinqException.Transport> {
            freshLinq(earlyResponse).attachments.upload(file, UploadOptions(maxRetries = 0))
        }
        assertEquals(TransportFailure.ConnectionLost, error.failure)
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `upload is retried from the start when the storage is unavailable`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        Emulator.fault("""{"kind": "status", "status": 503, "code": 3002, "path": "/uploads", "times": 1}""")
        linq.attachments.upload(UploadSource("cat.jpg", bytes))
        assertEquals(sha256(bytes), Emulator.attachments().single().text("sha256"))
        assertEquals(2, Emulator.requests().count { it.text("method") == "PUT" })
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `source is closed when the upload is cancelled`(transport: HttpTransport) = runBlocking {
        val (started, closed) = CompletableDeferred<Unit>() to CompletableDeferred<Unit>()
        val endless = object : InputStream() {
            override fun read(): Int = 0

            override fun read(buffer: ByteArray, offset: Int, length: Int): Int = length.also { started.complete(Unit) }

            override fun close() {
                closed.complete(Unit)
            }
        }
        ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { storage ->
            val created = Vectors.read("responses/attachments.create").jsonObject +
                ("upload_url" to JsonPrimitive("http://127.0.0.1:${storage.localPort}/file"))
            RecordingServer { RecordingServer.Response(200, JsonObject(created).toString()) }.use { server ->
                val linq = Linq("any-key", server.baseUrl, transport)
                val upload = async(Dispatchers.Default) {
                    linq.attachments.upload(UploadSource("cat.jpg", 50_000_000) { endless })
                }
                withTimeout(10_000) { started.await() }
                upload.cancelAndJoin()
                withTimeout(10_000) { closed.await() }
            }
        }
    }

    @Test
    fun `custom transport without upload can upload`() = runTest {
        val inner = OkHttpTransport()
        val linq = freshLinq(HttpTransport { inner.send(it) })
        linq.attachments.upload(file)
        assertEquals(sha256(bytes), Emulator.attachments().single().text("sha256"))
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `unreadable file is an upload error that names the file`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val missing = UploadSource("cat.jpg", 10) { throw IOException("no such file") }
        val error = assertFailsWith<LinqException.Upload> { linq.attachments.upload(missing) }
        assertContains(error.message.orEmpty(), "cat.jpg: no such file")
        val short = UploadSource("cat.jpg", 10) { "short".byteInputStream() }
        assertFailsWith<LinqException.Upload> { linq.attachments.upload(short) }
        assertTrue(Emulator.attachments().none { it.text("status") == "complete" })
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `exceptions of source and progress callback`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val uncaught = CopyOnWriteArrayList<Throwable>()
        val before = Thread.getDefaultUncaughtExceptionHandler()
        Thread.setDefaultUncaughtExceptionHandler { _, e -> uncaught += e }
        try {
            val missing = UploadSource("cat.jpg", 10) { throw NullPointerException("no such provider") }
            val error = assertFailsWith<LinqException.Upload> { linq.attachments.upload(missing) }
            assertTrue("no such provider" in error.message.orEmpty(), "$error")
            val failing = UploadSource("cat.jpg", 100_000) {
                object : InputStream() {
                    private var left = 50_000

                    override fun read(): Int = if (left-- > 0) 1 else throw IllegalStateException("read failed")
                }
            }
            assertFailsWith<LinqException.Upload> { linq.attachments.upload(failing) }
            class AppException : RuntimeException("of the app")
            val throwing = UploadOptions(onProgress = { throw AppException() })
            assertFailsWith<AppException> { linq.attachments.upload(file, throwing) }
            assertEquals(emptyList<Throwable>(), uncaught, "no uncaught exception")
            val puts = Emulator.requests().count { it.text("method") == "PUT" }
            assertTrue(puts <= 3, "no retries: $puts")
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before)
        }
    }

    @Test
    fun `missing file is not taken for an empty one`() = runTest {
        val linq = freshLinq()
        val missing = assertFailsWith<LinqException.Upload> { linq.attachments.upload(folder.resolve("none.jpg")) }
        assertTrue("none.jpg" in missing.message.orEmpty(), "$missing")
        val empty = folder.resolve("empty.jpg").apply { writeBytes(ByteArray(0)) }
        val error = assertFailsWith<LinqException.InvalidArgument> { linq.attachments.upload(empty) }
        assertEquals("size_bytes", error.path)
        assertEquals(emptyList(), Emulator.requests())
    }

    private fun sha256(bytes: ByteArray): String =
        MessageDigest.getInstance("SHA-256").digest(bytes).joinToString("") { "%02x".format(it) }
}
