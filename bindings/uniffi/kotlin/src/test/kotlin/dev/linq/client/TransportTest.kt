package dev.linq.client

import com.sun.net.httpserver.HttpServer
import dev.linq.client.request.MessageContent
import java.io.ByteArrayOutputStream
import java.net.InetAddress
import java.net.InetSocketAddress
import java.util.zip.GZIPOutputStream
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertSame
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.async
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withTimeout

class TransportTest {
    private val once = ClientConfig(maxRetries = 0)

    @Test
    fun `exception of a custom transport may have taken effect`() = runTest {
        val fault = NumberFormatException("For input string: \"x\"")
        val error = assertFailsWith<LinqException.Transport> {
            Linq("key", transport = { throw fault }, config = once).chats.messages.send("c", MessageContent("hi"))
        }
        assertTrue(error.mayHaveTakenEffect)
        assertSame(fault, generateSequence<Throwable>(error) { it.cause }.last())
        assertTrue(error.idempotencyKey.orEmpty().isNotEmpty())
    }

    @Test
    fun `timeout of a custom transport is an error of the call`() = runTest {
        val transport = HttpTransport { withTimeout(50) { awaitCancellation() } }
        val linq = Linq("key", transport = transport, config = once)
        val error = assertFailsWith<LinqException.Transport> { linq.chats.messages.send("c", MessageContent("hi")) }
        assertTrue(error.mayHaveTakenEffect)
    }

    @Test
    fun `close ends the threads and connections of the own transport`(): Unit = runBlocking {
        RecordingServer { RecordingServer.Response(200, """{"chats": []}""") }.use { server ->
            val before = threads()
            repeat(100) { Linq("key", server.baseUrl).use { it.chats.list() } }
            delay(1.seconds)
            assertTrue(threads() < before + 10, "$before before, ${threads()} after")
        }
    }

    @Test
    fun `close lets calls in progress complete`(): Unit = runBlocking {
        RecordingServer { Thread.sleep(300); RecordingServer.Response(200, """{"chats": []}""") }.use { server ->
            val linq = Linq("key", server.baseUrl)
            val call = async { linq.chats.list() }
            delay(100)
            linq.close()
            assertEquals(emptyList(), call.await().items)
            assertFailsWith<IllegalStateException> { linq.chats.list() }
        }
    }

    @Test
    fun `close does not close a given transport`() = runTest {
        RecordingServer { RecordingServer.Response(200, """{"chats": []}""") }.use { server ->
            OkHttpTransport().use { transport ->
                Linq("key", server.baseUrl, transport).close()
                assertEquals(emptyList(), Linq("key", server.baseUrl, transport).chats.list().items)
            }
        }
    }

    @Test
    fun `response size limit counts decompressed bytes`() = runTest {
        val packed = ByteArrayOutputStream()
        GZIPOutputStream(packed).use { gzip -> repeat(64) { gzip.write(ByteArray(1 shl 20)) } }
        val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0)
        server.createContext("/") { exchange ->
            exchange.responseHeaders["Content-Encoding"] = "gzip"
            exchange.sendResponseHeaders(200, packed.size().toLong())
            exchange.use { it.responseBody.write(packed.toByteArray()) }
        }
        server.start()
        val linq = Linq("key", "http://127.0.0.1:${server.address.port}", config = once)
        val error = assertFailsWith<LinqException.Transport> { linq.chats.list() }
        assertEquals(TransportFailure.ResponseTooLarge, error.failure)
        server.stop(0)
    }

    private fun threads() = Thread.getAllStackTraces().keys.count { it.name == "linq-okhttp" }
}
