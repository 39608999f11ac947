package dev.linq.client

import dev.linq.client.request.MessageContent
import java.io.IOException
import java.util.concurrent.atomic.AtomicInteger
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.delay
import kotlinx.coroutines.test.runTest
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

class TokensTest {
    private val fetches = AtomicInteger()
    private val provider = CachedTokenProvider { "token-${fetches.incrementAndGet()}" }

    @Test
    fun `token is cached until rejected and the call retried`() = runTest {
        val accepted = mutableSetOf("Bearer token-1")
        backend { accepted }.use { server ->
            val linq = Linq(provider, server.baseUrl)
            List(5) { async { linq.chats.list() } }.awaitAll()
            assertEquals(1, fetches.get())

            accepted.clear()
            accepted += "Bearer token-2"
            linq.chats.list()
            linq.chats.list()
            assertEquals(2, fetches.get())
            val sent = server.received.drop(5).map { it.header("Authorization") }
            assertEquals(listOf("Bearer token-1", "Bearer token-2", "Bearer token-2"), sent)
        }
    }

    @Test
    fun `rejected renewed token is an error`() = runTest {
        backend { emptySet() }.use { server ->
            val error = assertFailsWith<LinqException.Api> { Linq(provider, server.baseUrl).chats.list() }
            assertEquals(401, error.status)
            assertEquals(2, server.received.size)
        }
    }

    @Test
    fun `invalid token is not cached`() = runTest {
        backend { setOf("Bearer token") }.use { server ->
            val tokens = ArrayDeque(listOf("", "a token\n", "token"))
            val linq = Linq(CachedTokenProvider { tokens.removeFirst() }, server.baseUrl)
            repeat(2) {
                assertEquals("token", assertFailsWith<LinqException.InvalidArgument> { linq.chats.list() }.path)
            }
            linq.chats.list()
            linq.chats.list()
            assertEquals(2, server.received.size)
        }
    }

    @Test
    fun `concurrent calls share a failed fetch`() = runTest {
        backend { setOf("Bearer token") }.use { server ->
            val tokens = CachedTokenProvider {
                fetches.incrementAndGet()
                withContext(Dispatchers.Default) { delay(200) }
                throw IOException("the token endpoint is down")
            }
            val linq = Linq(tokens, server.baseUrl)
            val results = List(20) { async { runCatching { linq.chats.list() } } }.awaitAll()
            assertEquals(20, results.count { it.exceptionOrNull() is IOException })
            assertEquals(1, fetches.get())
        }
    }

    @Test
    fun `fetch continues for the calls that still wait`() = runTest {
        backend { setOf("Bearer token") }.use { server ->
            val token = CompletableDeferred<String>()
            val linq = Linq(CachedTokenProvider { fetches.incrementAndGet(); token.await() }, server.baseUrl)
            val options = CallOptions(deadline = 0.2.seconds)
            val patient = async { linq.chats.list() }
            val error = assertFailsWith<LinqException.Transport> { linq.chats.list(options = options) }
            assertEquals(TransportFailure.TimedOut, error.failure)
            token.complete("token")
            assertEquals(emptyList(), patient.await().items)
            assertEquals(1, fetches.get())
        }
    }

    @Test
    fun `timeout of the token provider is an error of the call`() = runTest {
        backend { setOf("Bearer token") }.use { server ->
            val provider = TokenProvider { withTimeout(50) { awaitCancellation() } }
            for (tokens in listOf(provider, CachedTokenProvider(provider))) {
                val error = assertFailsWith<LinqException.Transport> { Linq(tokens, server.baseUrl).chats.list() }
                assertEquals(TransportFailure.TimedOut, error.failure)
                assertFalse(error.mayHaveTakenEffect)
            }
            assertEquals(0, server.received.size)
        }
    }

    @Test
    fun `invalidate discards the token`() = runTest {
        backend { setOf("Bearer token-1", "Bearer token-2") }.use { server ->
            val linq = Linq(provider, server.baseUrl)
            linq.chats.list()
            provider.invalidate()
            linq.chats.list()
            assertEquals(listOf("Bearer token-1", "Bearer token-2"), server.received.map { it.header("Authorization") })
        }
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `token expiry after a lost response does not duplicate the message`(transport: HttpTransport) = runTest {
        Emulator.reset()
        val linq = Linq(provider, Emulator.baseUrl, transport)
        val chat = linq.chats.create(LINE, listOf(ANN), MessageContent("Hi")).chat
        Emulator.fault("""{"kind": "drop_response", "method": "POST", "times": 1}""")
        Emulator.fault("""{"kind": "status", "status": 401, "code": 2004, "method": "POST", "times": 1}""")
        linq.chats.messages.send(chat.id, MessageContent("once"), options = CallOptions(maxRetries = 1))
        assertEquals(1, Emulator.texts().count { it == "once" })
        val sends = Emulator.requests().filter { it.text("path").endsWith("/messages") }
        assertEquals(listOf(null, "401", "202"), sends.map { it.getValue("status").jsonPrimitive.contentOrNull })
        val keys = sends.map { Regex("\"idempotency_key\\W+([-0-9a-f]{36})").find(it.toString())?.groupValues?.get(1) }
        assertEquals(1, keys.filterNotNull().toSet().size, "$keys")
        assertEquals(3, keys.filterNotNull().size)
        assertEquals(2, fetches.get())
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `upload renews a rejected token`(transport: HttpTransport) = runTest {
        Emulator.reset()
        val linq = Linq(provider, Emulator.baseUrl, transport)
        Emulator.fault("""{"kind": "status", "status": 401, "code": 2004, "path": "/v3/attachments", "times": 1}""")
        linq.attachments.upload(UploadSource("cat.jpg", ByteArray(100)))
        assertEquals("complete", Emulator.attachments().single().text("status"))
        assertEquals(2, fetches.get())
        val always = """{"kind": "status", "status": 401, "code": 2004, "path": "/v3/attachments"}"""
        Emulator.fault(always)
        val error = assertFailsWith<LinqException.Api> {
            linq.attachments.upload(UploadSource("cat.jpg", ByteArray(100)))
        }
        assertEquals(401, error.status)
        assertEquals(3, fetches.get(), "one renewal")
    }

    @Test
    fun `deadline includes the token`() = runTest {
        Emulator.reset()
        val linq = Linq({ awaitCancellation() }, Emulator.baseUrl)
        val options = CallOptions(deadline = 0.2.seconds)
        val error = assertFailsWith<LinqException.Transport> { linq.chats.list(options = options) }
        assertEquals(TransportFailure.TimedOut, error.failure)
        assertFalse(error.mayHaveTakenEffect)
        assertEquals(0, error.attempts)
        val source = UploadSource("cat.jpg", ByteArray(100))
        val upload = UploadOptions(deadline = 0.2.seconds)
        assertFailsWith<LinqException.Transport> { linq.attachments.upload(source, upload) }
        assertEquals(emptyList(), Emulator.requests())
    }

    @Test
    fun `hanging renewal ends with the 401`() = runTest {
        backend { emptySet() }.use { server ->
            val hanging = CachedTokenProvider {
                if (fetches.incrementAndGet() > 1) awaitCancellation()
                "token"
            }
            val options = CallOptions(deadline = 0.5.seconds)
            val error = assertFailsWith<LinqException.Api> { Linq(hanging, server.baseUrl).chats.list(options = options) }
            assertEquals(401, error.status)
            assertEquals(2, fetches.get())
        }
    }

    @Test
    fun `call with its own Authorization header needs no token`() = runTest {
        backend { setOf("Basic own") }.use { server ->
            val linq = Linq(provider, server.baseUrl)
            linq.chats.list(options = CallOptions(headers = mapOf("authorization" to "Basic own")))
            assertEquals(0, fetches.get())
            val other = CallOptions(headers = mapOf("Authorization" to "Basic other"))
            assertFailsWith<LinqException.Api> { linq.chats.list(options = other) }
            assertEquals(0, fetches.get())
        }
    }

    @Test
    fun `close does not affect calls that wait for their token`() = runTest {
        backend { setOf("Bearer token") }.use { server ->
            val token = CompletableDeferred<String>()
            val started = CompletableDeferred<Unit>()
            val linq = Linq({ started.complete(Unit); token.await() }, server.baseUrl)
            val call = async { linq.chats.list() }
            started.await()
            linq.close()
            token.complete("token")
            assertEquals(emptyList(), call.await().items)
            assertFailsWith<IllegalStateException> { linq.chats.list() }
        }
    }

    private fun backend(accepted: () -> Set<String>) = RecordingServer { request ->
        if (request.header("Authorization") in accepted()) {
            RecordingServer.Response(200, """{"chats": []}""")
        } else {
            RecordingServer.Response(401, """{"success": false, "error": {"status": 401, "code": 2004, "message": "no"}}""")
        }
    }
}
