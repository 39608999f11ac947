package dev.linq.client

import dev.linq.client.request.MessageContent
import kotlin.random.Random
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.hours
import kotlin.time.Duration.Companion.seconds
import kotlin.time.measureTime
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.sync.Semaphore
import kotlinx.coroutines.sync.withPermit
import kotlinx.coroutines.test.runTest
import okhttp3.Cookie
import okhttp3.CookieJar
import okhttp3.HttpUrl
import okhttp3.OkHttpClient
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

class RetriesTest {
    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `lost response does not duplicate the message`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val chat = linq.chats.create(LINE, listOf(ANN), MessageContent("Hi")).chat
        Emulator.fault("""{"kind": "drop_response", "method": "POST", "times": 1}""")
        linq.chats.messages.send(chat.id, MessageContent("once"))
        val sends = Emulator.requests().filter { it.text("path").endsWith("/messages") }
        assertEquals(2, sends.size, "one retry")
        assertEquals(1, Emulator.texts().count { it == "once" })
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `messages under faults are delivered once or reported`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val chat = linq.chats.create(LINE, listOf(ANN), MessageContent("Hi")).chat
        Emulator.fault("""{"kind": "drop_response", "probability": 0.3, "method": "POST"}""")
        Emulator.fault("""{"kind": "close", "probability": 0.1, "method": "POST"}""")
        val salt = Random.nextInt()
        val permits = Semaphore(20)
        val outcomes = List(200) { number ->
            async {
                permits.withPermit {
                    val text = "message $number of $salt"
                    text to runCatching { linq.chats.messages.send(chat.id, MessageContent(text)) }.exceptionOrNull()
                }
            }
        }.awaitAll()
        Emulator.clearFaults()
        val copies = Emulator.texts().groupingBy { it }.eachCount()
        for ((text, error) in outcomes) {
            val count = copies[text] ?: 0
            when {
                error == null -> assertEquals(1, count, text)
                (error as LinqException).mayHaveTakenEffect -> assertTrue(count <= 1, "$text: $count copies")
                else -> assertEquals(0, count, "$text: $error")
            }
        }
        val delivered = outcomes.count { it.second == null }
        assertTrue(delivered > 150, "$delivered of 200 were delivered")
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `transport does not retry by itself`(transport: HttpTransport) = runTest {
        for (status in listOf(401, 408, 421, 503)) {
            RecordingServer { RecordingServer.Response(status, "{}", mapOf("Retry-After" to "0")) }.use { server ->
                val linq = Linq("any-key", server.baseUrl, transport)
                val once = CallOptions(maxRetries = 0)
                val get = assertFailsWith<LinqException.Api> { linq.chats.list(options = once) }
                assertEquals(1, get.attempts)
                assertEquals(0.seconds, get.retryAfter, "$status")
                assertEquals(1, server.received.size, "GET, $status")
                assertFailsWith<LinqException.Api> { linq.chats.leave("c", once) }
                assertEquals(2, server.received.size, "POST, $status")
            }
        }
    }

    @Test
    fun `cookies and authenticator of a shared OkHttp client are not used`() = runTest {
        var asked = 0
        val shared = OkHttpClient.Builder()
            .authenticator { _, response -> response.request.newBuilder().build().also { asked++ } }
            .cookieJar(object : CookieJar {
                override fun saveFromResponse(url: HttpUrl, cookies: List<Cookie>) = Unit

                override fun loadForRequest(url: HttpUrl): List<Cookie> =
                    listOf(Cookie.Builder().domain(url.host).name("own").value("1").build())
            })
            .build()
        RecordingServer { RecordingServer.Response(401, "{}") }.use { server ->
            val linq = Linq("any-key", server.baseUrl, OkHttpTransport(shared))
            assertFailsWith<LinqException.Api> { linq.chats.list() }
            assertEquals(null, server.received.single().header("Cookie"))
            assertEquals(0, asked)
        }
    }

    @Test
    fun `rate limits delay calls up to the deadline`() = runTest {
        val linq = freshLinq(config = ClientConfig(rateLimits = RateLimits()))
        val soon = CallOptions(deadline = 0.5.seconds, maxRetries = 0)
        val outcomes = List(40) {
            runCatching { linq.chats.messages.send("c", MessageContent("Hi"), options = soon) }.exceptionOrNull()
        }
        val limited = outcomes.filterIsInstance<LinqException.RateLimited>()
        assertTrue(limited.isNotEmpty(), "$outcomes")
        assertTrue(limited.all { it.wait > 0.seconds && !it.mayHaveTakenEffect })
        assertEquals(outcomes.size - limited.size, Emulator.requests().size, "calls above the rate limit are not sent")
    }

    @Test
    fun `messages of a line are paced`() = runBlocking {
        val limits = RateLimits(messagesPerLine = 4, window = 0.5.seconds)
        val linq = freshLinq(config = ClientConfig(maxRetries = 0, rateLimits = limits))
        Emulator.fault("""{"kind": "rate_limit", "after": 4, "window_ms": 500, "retry_after": 1}""")
        fun options(line: String) = CallOptions(rateLimitLine = line, deadline = 5.seconds)
        val took = measureTime {
            repeat(3) {
                val chat = linq.chats.create(LINE, listOf("+1555666000$it"), MessageContent("Hi")).chat
                linq.chats.messages.send(chat.id, MessageContent("Hi"), options = options(LINE))
            }
        }
        assertTrue(took in 1.5.seconds..10.seconds, "$took, at least the window and its margin of a second")
        val soon = CallOptions(rateLimitLine = LINE, deadline = 0.1.seconds)
        val outcomes = List(4) { runCatching { linq.chats.messages.send("c", MessageContent("Hi"), options = soon) } }
        assertTrue(outcomes.any { it.exceptionOrNull() is LinqException.RateLimited }, "$outcomes")
        val other = runCatching { linq.chats.messages.send("c", MessageContent("Hi"), options = options("+13334445555")) }
        assertTrue(other.exceptionOrNull() is LinqException.Api, "another line is not delayed: $other")
    }

    @Test
    fun `invalid rate limit names its path`() = runTest {
        fun path(limits: RateLimits) = assertFailsWith<LinqException.InvalidArgument> {
            Linq("key", config = ClientConfig(rateLimits = limits))
        }.path
        assertEquals("rateLimits.messagesPerLine", path(RateLimits(messagesPerLine = 0)))
        assertEquals("rateLimits.messagesPerLine", path(RateLimits(messagesPerLine = -1)))
        assertEquals("rateLimits.messagesPerLine", path(RateLimits(messagesPerLine = 1, window = 25.hours)))
        assertEquals("rateLimits.window", path(RateLimits(window = (-1).seconds)))
        val options = CallOptions(rateLimitLine = "nobody")
        val invalid = assertFailsWith<LinqException.InvalidArgument> { freshLinq().chats.list(options = options) }
        assertEquals("rateLimitLine", invalid.path)
    }

    @Test
    fun `error that is not retryable is not retried`() = runTest {
        val linq = freshLinq()
        Emulator.fault("""{"kind": "status", "status": 409, "code": 2013, "path": "/v3/chats"}""")
        assertFailsWith<LinqException.Api> { linq.chats.retrieve("c") }
        assertEquals(1, Emulator.requests().size)
    }

    @Test
    fun `Retry-After delays the retry`() = runTest {
        val linq = freshLinq()
        Emulator.fault("""{"kind": "status", "status": 503, "code": 3002, "retry_after": 1, "times": 1}""")
        val start = System.nanoTime()
        assertEquals(emptyList(), linq.chats.list().items)
        assertTrue(System.nanoTime() - start >= 1_000_000_000, "delay of one second")
        assertEquals(2, Emulator.requests().size)
    }

    @Test
    fun `call options override retries and timeout`() = runTest {
        val linq = freshLinq()
        Emulator.fault("""{"kind": "close"}""")
        val once = assertFailsWith<LinqException.Transport> { linq.chats.list(options = CallOptions(maxRetries = 0)) }
        assertEquals(1, once.attempts)
        Emulator.clearFaults()
        Emulator.fault("""{"kind": "delay", "ms": 5000}""")
        val timeout = CallOptions(timeout = 0.2.seconds, maxRetries = 0)
        val slow = assertFailsWith<LinqException.Transport> { linq.chats.list(options = timeout) }
        assertEquals(TransportFailure.TimedOut, slow.failure)
        assertFalse(slow.mayHaveTakenEffect, "it only reads")
    }
}
