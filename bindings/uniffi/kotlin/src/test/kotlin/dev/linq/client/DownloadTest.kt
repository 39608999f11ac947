package dev.linq.client

import java.io.ByteArrayOutputStream
import java.io.File
import java.io.IOException
import java.io.OutputStream
import java.util.concurrent.CopyOnWriteArrayList
import kotlin.random.Random
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.io.TempDir
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

class DownloadTest {
    @TempDir
    lateinit var folder: File

    private val bytes = Random(7).nextBytes(1_500_000)
    private val file by lazy { folder.resolve("cat.jpg") }
    private val noRetries = DownloadOptions(maxRetries = 0)

    private suspend fun Linq.upload(): UploadedFile = attachments.upload(UploadSource("cat.jpg", bytes))

    private fun fault(fields: String) = Emulator.fault("""{"path": "/attachments/partners/*", $fields}""")

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `file is downloaded to memory, disk and a stream`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val uploaded = linq.upload()
        val url = checkNotNull(uploaded.downloadUrl).value
        assertContentEquals(bytes, linq.attachments.download(uploaded.attachmentId))
        assertContentEquals(bytes, linq.attachments.download(url))
        assertContentEquals(bytes, linq.attachments.download(DownloadSource(uploaded)))

        repeat(2) {
            assertEquals(bytes.size.toLong(), linq.attachments.download(uploaded.attachmentId, file))
            assertContentEquals(bytes, file.readBytes())
            assertEquals(listOf("cat.jpg"), folder.list()?.toList())
            file.writeText("replaced")
        }
        val stream = ByteArrayOutputStream()
        linq.attachments.download(DownloadSource(uploaded), stream)
        assertContentEquals(bytes, stream.toByteArray())
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `progress never decreases and has the total`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val uploaded = linq.upload()
        fault(""""kind": "truncate", "times": 1""")
        val seen = CopyOnWriteArrayList<Pair<Long, Long?>>()
        val options = DownloadOptions(onProgress = { received, total -> seen += received to total })
        linq.attachments.download(uploaded.attachmentId, options)
        val total = bytes.size.toLong()
        assertEquals(total to total, seen.last())
        assertTrue(seen.size > 2 && seen.map { it.first } == seen.map { it.first }.sorted(), "$seen")
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `exception of onProgress ends the download unchanged`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val uploaded = linq.upload()
        val options = DownloadOptions(onProgress = { _, _ -> error("mine") })
        val error = assertFailsWith<IllegalStateException> { linq.attachments.download(uploaded.attachmentId, options) }
        assertEquals("mine", error.message)
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `file larger than the limit is rejected`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val id = linq.upload().attachmentId
        val size = bytes.size.toLong()
        linq.attachments.download(id, DownloadOptions(maxBytes = size))
        val declared = assertFailsWith<LinqException.Download> {
            linq.attachments.download(id, DownloadOptions(maxBytes = size - 1))
        }
        assertEquals("the file is larger than the allowed ${size - 1} bytes", declared.message)
        assertNull(declared.status)
        fault(""""kind": "large_body", "bytes": 1000000000000""")
        val endless = assertFailsWith<LinqException.Download> {
            linq.attachments.download(id, file, DownloadOptions(maxBytes = 1_000_000))
        }
        assertEquals("the file is larger than the allowed 1000000 bytes", endless.message)
        assertTrue(folder.list().isNullOrEmpty())
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `file may be larger than the limit of responses`(transport: HttpTransport) = runTest {
        val small = if (transport is OkHttpTransport) {
            OkHttpTransport(maxResponseBytes = 100_000)
        } else {
            JavaHttpTransport(maxResponseBytes = 100_000)
        }
        val linq = freshLinq(small)
        assertContentEquals(bytes, linq.attachments.download(linq.upload().attachmentId))
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `truncated download is retried, and leaves the file untouched if it fails`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val id = linq.upload().attachmentId
        for (kind in listOf("truncate", "close")) {
            fault(""""kind": "$kind", "times": 1""")
            linq.attachments.download(id, file)
            assertContentEquals(bytes, file.readBytes())
        }
        file.writeText("kept")
        fault(""""kind": "truncate"""")
        val error = assertFailsWith<LinqException.Transport> { linq.attachments.download(id, file, noRetries) }
        assertEquals(TransportFailure.ConnectionLost, error.failure)
        assertFalse(error.mayHaveTakenEffect)
        assertEquals("kept", file.readText())
        assertEquals(listOf("cat.jpg"), folder.list()?.toList())
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `partly written stream is not retried`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val source = DownloadSource(linq.upload())
        fault(""""kind": "truncate", "times": 1""")
        val error = assertFailsWith<LinqException.Transport> {
            linq.attachments.download(source, ByteArrayOutputStream())
        }
        assertEquals(1, error.attempts)
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `expired URL is renewed`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val uploaded = linq.upload()
        for (status in listOf(403, 404)) {
            fault(""""kind": "html", "status": $status, "times": 1""")
            assertContentEquals(bytes, linq.attachments.download(DownloadSource(uploaded)))
        }
        fault(""""kind": "html", "status": 403""")
        val error = assertFailsWith<LinqException.Download> {
            linq.attachments.download(checkNotNull(uploaded.downloadUrl).value)
        }
        assertEquals(403, error.status)
        assertEquals("the storage did not return the file: HTTP 403", error.message)
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `redirect is followed without the key`(transport: HttpTransport) = runTest {
        RecordingServer { RecordingServer.Response(200, "file") }.use { storage ->
            val target = storage.baseUrl + "/b?X-Amz-Signature=s3cret"
            RecordingServer { RecordingServer.Response(302, headers = mapOf("Location" to target)) }.use { front ->
                val url = front.baseUrl + "/a?X-Amz-Signature=s3cret"
                val json = """{"id": "a1", "download_url": "$url"}"""
                RecordingServer { RecordingServer.Response(200, json) }.use { api ->
                    val config = ClientConfig(headers = mapOf("X-Tenant" to "tenant_secret"))
                    val linq = Linq("sk_secret", api.baseUrl, transport, config)
                    assertEquals("file", linq.attachments.download("a1").decodeToString())
                    assertEquals("Bearer sk_secret", api.received.single().header("Authorization"))
                    for (request in listOf(front.received.single(), storage.received.single())) {
                        assertNull(request.header("Authorization"))
                        assertNull(request.header("X-Tenant"))
                        assertNull(request.header("Cookie"))
                        assertEquals("identity", request.header("Accept-Encoding"))
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `stalled download times out, and a slow one does not`(transport: HttpTransport) = runBlocking {
        val linq = freshLinq(transport)
        val id = linq.upload().attachmentId
        fault(""""kind": "drip", "ms": 50, "times": 1""")
        val slow = DownloadOptions(timeout = 700.milliseconds, maxRetries = 0)
        assertContentEquals(bytes, linq.attachments.download(id, slow))
        fault(""""kind": "drip", "ms": 20000, "times": 1""")
        val stalled = assertFailsWith<LinqException.Transport> { linq.attachments.download(id, slow) }
        assertEquals(TransportFailure.TimedOut, stalled.failure)
        fault(""""kind": "drip", "ms": 200, "times": 1""")
        val late = assertFailsWith<LinqException.Transport> {
            linq.attachments.download(id, DownloadOptions(deadline = 1.seconds, maxRetries = 0))
        }
        assertEquals(TransportFailure.TimedOut, late.failure)
    }

    @Test
    fun `target that cannot be written fails the download`() = runTest {
        val linq = freshLinq()
        val uploaded = linq.upload()
        val missing = folder.resolve("missing/cat.jpg")
        for (target in listOf(folder, missing)) {
            val error = assertFailsWith<LinqException.Download> {
                linq.attachments.download(uploaded.attachmentId, target)
            }
            assertContains(error.message.orEmpty(), "the file cannot be written: $target: ")
        }
        val full = object : OutputStream() {
            override fun write(byte: Int) = throw IOException("the disk is full")
        }
        val error = assertFailsWith<LinqException.Download> {
            linq.attachments.download(DownloadSource(uploaded), full)
        }
        assertContains(error.message.orEmpty(), "the disk is full")
    }

    @Test
    fun `source is checked before anything is sent`() = runTest {
        val linq = freshLinq()
        for ((source, message) in listOf(
            DownloadSource(null) to "source: must have an identifier or a URL",
            DownloadSource(null, Secret("ftp://cdn.example/a")) to "url: must start with https://",
        )) {
            val error = assertFailsWith<LinqException.InvalidArgument> { linq.attachments.download(source) }
            assertEquals(message, error.message)
        }
        val error = assertFailsWith<LinqException.InvalidArgument> {
            linq.attachments.download("a1", DownloadOptions(maxBytes = -1))
        }
        assertEquals("maxBytes", error.path)
        assertFalse("s3cret" in DownloadSource(null, Secret("https://cdn.example/a?s3cret")).toString())
    }
}
