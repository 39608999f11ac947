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
    private val asked = AtomicInteger()
    private val provider = CachedTokenProvider { "token-${asked.incrementAndGet()}" }

    @Test
    fun `a token is kept until it is refused and the call is made once more`() = runTest {
        val accepted = mutableSetOf("Bearer token-1")
        backend { accepted }.use { server ->
            val linq = Linq(provider, server.baseUrl)
            List(5) { async { linq.chats.list() } }.awaitAll()
            assertEquals(1, asked.get())

            accepted.clear()
            accepted += "Bearer token-2"
            linq.chats.list()
            linq.chats.list()
            assertEquals(2, asked.get())
            val sent = server.received.drop(5).map { it.header("Authorization") }
            assertEquals(listOf("Bearer token-1", "Bearer token-2", "Bearer token-2"), sent)
        }
    }

    @Test
    fun `a fresh token that is refused too is an error`() = runTest {
        backend { emptySet() }.use { server ->
            val error = assertFailsWith<LinqException.Api> { Linq(provider, server.baseUrl).chats.list() }
            assertEquals(401, error.status)
            assertEquals(2, server.received.size)
        }
    }

    @Test
    fun `a token that no request can carry is not kept`() = runTest {
        backend { setOf("Bearer token") }.use { server ->
            val tokens = ArrayDeque(listOf("", "a token\n", "token"))
            val linq = Linq(CachedTokenProvider { tokens.removeFirst() }, server.baseUrl)
            repeat(2) {
                assertEquals("key", assertFailsWith<LinqException.InvalidArgument> { linq.chats.list() }.path)
            }
            linq.chats.list()
            linq.chats.list()
            assertEquals(2, server.received.size)
        }
    }

    @Test
    fun `calls that wait for the same token share its failure`() = runTest {
        backend { setOf("Bearer token") }.use { server ->
            val tokens = CachedTokenProvider {
                asked.incrementAndGet()
                withContext(Dispatchers.Default) { delay(200) }
                throw IOException("the token endpoint is down")
            }
            val linq = Linq(tokens, server.baseUrl)
            val results = List(20) { async { runCatching { linq.chats.list() } } }.awaitAll()
            assertEquals(20, results.count { it.exceptionOrNull() is IOException })
            assertEquals(1, asked.get())
        }
    }

    @Test
    fun `a fetch goes on for the calls that still wait for it`() = runTest {
        backend { setOf("Bearer token") }.use { server ->
            val token = CompletableDeferred<String>()
            val linq = Linq(CachedTokenProvider { asked.incrementAndGet(); token.await() }, server.baseUrl)
            val options = CallOptions(deadline = 0.2.seconds)
            val patient = async { linq.chats.list() }
            val error = assertFailsWith<LinqException.Transport> { linq.chats.list(options = options) }
            assertEquals(TransportFailure.TimedOut, error.failure)
            token.complete("token")
            assertEquals(emptyList(), patient.await().items)
            assertEquals(1, asked.get())
        }
    }

    @Test
    fun `a time limit of the provider's own is an error of the call`() = runTest {
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
    fun `invalidating asks for another one`() = runTest {
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
    fun `a token that expires after a lost reply does not make two messages`(transport: HttpTransport) = runTest {
        Emulator.reset()
        val linq = Linq(provider, Emulator.baseUrl, transport)
        val chat = linq.chats.create(LINE, listOf(ANN), MessageContent("Hi")).chat
        Emulator.fault("""{"kind": "lose_reply", "method": "POST", "times": 1}""")
        Emulator.fault("""{"kind": "status", "status": 401, "code": 2004, "method": "POST", "times": 1}""")
        linq.chats.messages.send(chat.id, MessageContent("once"), options = CallOptions(maxRetries = 1))
        assertEquals(1, Emulator.texts().count { it == "once" })
        val sends = Emulator.requests().filter { it.text("path").endsWith("/messages") }
        assertEquals(listOf(null, "401", "202"), sends.map { it.getValue("status").jsonPrimitive.contentOrNull })
        val keys = sends.map { Regex("\"idempotency_key\\W+([-0-9a-f]{36})").find(it.toString())?.groupValues?.get(1) }
        assertEquals(1, keys.filterNotNull().toSet().size, "$keys")
        assertEquals(3, keys.filterNotNull().size)
        assertEquals(2, asked.get())
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `a refused token is renewed in the middle of an upload`(transport: HttpTransport) = runTest {
        Emulator.reset()
        val linq = Linq(provider, Emulator.baseUrl, transport)
        Emulator.fault("""{"kind": "status", "status": 401, "code": 2004, "path": "/v3/attachments", "times": 1}""")
        linq.attachments.upload(UploadSource("cat.jpg", ByteArray(100)))
        assertEquals("complete", Emulator.attachments().single().text("status"))
        assertEquals(2, asked.get())
        val always = """{"kind": "status", "status": 401, "code": 2004, "path": "/v3/attachments"}"""
        Emulator.fault(always)
        val error = assertFailsWith<LinqException.Api> {
            linq.attachments.upload(UploadSource("cat.jpg", ByteArray(100)))
        }
        assertEquals(401, error.status)
        assertEquals(3, asked.get(), "once more, and not again")
    }

    @Test
    fun `the deadline is over the token too`() = runTest {
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
    fun `where the renewal hangs the refusal is what is thrown`() = runTest {
        backend { emptySet() }.use { server ->
            val hanging = CachedTokenProvider {
                if (asked.incrementAndGet() > 1) awaitCancellation()
                "token"
            }
            val options = CallOptions(deadline = 0.5.seconds)
            val error = assertFailsWith<LinqException.Api> { Linq(hanging, server.baseUrl).chats.list(options = options) }
            assertEquals(401, error.status)
            assertEquals(2, asked.get())
        }
    }

    @Test
    fun `a call with an authorisation of its own needs no token`() = runTest {
        backend { setOf("Basic own") }.use { server ->
            val linq = Linq(provider, server.baseUrl)
            linq.chats.list(options = CallOptions(headers = mapOf("authorization" to "Basic own")))
            assertEquals(0, asked.get())
            val other = CallOptions(headers = mapOf("Authorization" to "Basic other"))
            assertFailsWith<LinqException.Api> { linq.chats.list(options = other) }
            assertEquals(0, asked.get())
        }
    }

    @Test
    fun `closing the client leaves calls alone that wait for their token`() = runTest {
        backend { setOf("Bearer token") }.use { server ->
            val token = CompletableDeferred<String>()
            val begun = CompletableDeferred<Unit>()
            val linq = Linq({ begun.complete(Unit); token.await() }, server.baseUrl)
            val call = async { linq.chats.list() }
            begun.await()
            linq.close()
            token.complete("token")
            assertEquals(emptyList(), call.await().items)
            assertFailsWith<IllegalStateException> { linq.chats.list() }
        }
    }

    private fun backend(accepted: () -> Set<String>) = Recorder { request ->
        if (request.header("Authorization") in accepted()) {
            Recorder.Answer(200, """{"chats": []}""")
        } else {
            Recorder.Answer(401, """{"success": false, "error": {"status": 401, "code": 2004, "message": "no"}}""")
        }
    }
}
