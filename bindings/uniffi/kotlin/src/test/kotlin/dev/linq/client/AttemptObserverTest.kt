package dev.linq.client

import dev.linq.client.request.MessageContent
import java.util.concurrent.CopyOnWriteArrayList
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

class AttemptObserverTest {
    /** An observer that keeps its records. */
    private class Log : AttemptObserver {
        val records = CopyOnWriteArrayList<Any>()

        override fun onRequest(request: AttemptRequest) {
            records += request
        }

        override fun onResponse(response: AttemptResponse) {
            records += response
        }

        override fun onFailure(failure: AttemptFailure) {
            records += failure
        }
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `retry is observed without secrets and contents`(transport: HttpTransport) = runTest {
        Emulator.reset()
        val log = Log()
        val config = ClientConfig(headers = mapOf("X-Tenant" to "tenant_secret"), observer = log)
        val linq = Linq("key_secret", Emulator.baseUrl, transport, config)
        val chat = linq.chats.create(LINE, listOf(ANN), MessageContent("Hi")).chat
        log.records.clear()
        Emulator.fault("""{"kind": "status", "status": 503, "code": 3006, "times": 1}""")
        val options = CallOptions(idempotencyKey = "key_17")
        linq.chats.messages.send(chat.id, MessageContent("words_of_the_message"), options = options)

        assertEquals(4, log.records.size)
        val (first, unavailable, second, accepted) = log.records
        val path = "/v3/chats/{chat_id}/messages"
        assertEquals(AttemptRequest("chats.messages.send", "POST", path, 1, Duration.ZERO), first)
        assertIs<AttemptResponse>(unavailable)
        assertEquals(listOf(1, 503, 3006), listOf(unavailable.attempt, unavailable.status, unavailable.errorCode))
        assertTrue(unavailable.duration in Duration.ZERO..20.seconds)
        assertNotNull(unavailable.traceId)
        assertIs<AttemptRequest>(second)
        assertEquals(unavailable.retryDelay, second.delay)
        assertIs<AttemptResponse>(accepted)
        assertEquals(listOf("chats.messages.send", path), listOf(accepted.operation, accepted.path))
        assertEquals(listOf(2, 202), listOf(accepted.attempt, accepted.status))
        assertNull(accepted.errorCode)
        assertNull(accepted.retryDelay)
        val printed = log.records.joinToString("\n")
        val secrets = listOf("key_secret", "tenant_secret", "words_of_the_message", "key_17", chat.id, ANN, "127.0.0.1")
        for (secret in secrets) assertFalse(secret in printed, printed)
    }

    @Test
    fun `renewed token is a 401 and another attempt`() = runTest {
        val log = Log()
        val statuses = mutableListOf(401, 200)
        val server = RecordingServer {
            RecordingServer.Response(statuses.removeAt(0), """{"phone_numbers": []}""", mapOf("X-Trace-ID" to "trace"))
        }
        server.use {
            val tokens = CachedTokenProvider { "token" }
            Linq(tokens, server.baseUrl, config = ClientConfig(observer = log)).phoneNumbers.list()
        }
        val responses = log.records.filterIsInstance<AttemptResponse>()
        assertEquals(listOf(401, 200), responses.map { it.status })
        assertEquals(listOf("trace", "trace"), responses.map { it.traceId })
        assertEquals(listOf(Duration.ZERO, null), responses.map { it.retryDelay })
    }

    @Test
    fun `failure and upload are observed`() = runTest {
        val log = Log()
        val config = ClientConfig(maxRetries = 0, observer = log)
        assertFailsWith<LinqException.Transport> { Linq("key", "http://127.0.0.1:9", config = config).chats.retrieve("c") }
        val failure = assertIs<AttemptFailure>(log.records[1])
        assertEquals(TransportFailure.NotConnected, failure.failure)
        assertFalse(failure.mayHaveBeenSent)

        log.records.clear()
        freshLinq(config = config).attachments.upload(UploadSource("a.pdf", ByteArray(10)))
        val responses = log.records.filterIsInstance<AttemptResponse>()
        assertEquals(listOf("attachments.create", "attachments.upload"), responses.map { it.operation })
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `download is observed`(transport: HttpTransport) = runTest {
        Emulator.reset()
        val log = Log()
        val linq = Linq("key", Emulator.baseUrl, transport, ClientConfig(observer = log))
        val uploaded = linq.attachments.upload(UploadSource("a.pdf", ByteArray(10)))
        log.records.clear()
        Emulator.fault("""{"kind": "html", "status": 503, "path": "/attachments/partners/*", "times": 1}""")
        Emulator.fault("""{"kind": "truncate", "path": "/attachments/partners/*", "times": 1}""")
        linq.attachments.download(uploaded.attachmentId)

        val requests = log.records.filterIsInstance<AttemptRequest>()
        assertEquals(listOf("attachments.retrieve") + List(3) { "attachments.download" }, requests.map { it.operation })
        assertEquals(listOf(1, 1, 2, 3), requests.map { it.attempt })
        assertEquals(listOf("", "", ""), requests.drop(1).map { it.path })
        val responses = log.records.filterIsInstance<AttemptResponse>()
        assertEquals(listOf(200, 503, 200), responses.map { it.status })
        assertEquals(listOf(null, requests[2].delay, null), responses.map { it.retryDelay })
        val failure = log.records.filterIsInstance<AttemptFailure>().single()
        assertEquals(TransportFailure.ConnectionLost, failure.failure)
        assertEquals(requests[3].delay, failure.retryDelay)

        Emulator.fault("""{"kind": "html", "status": 400, "path": "/attachments/partners/*"}""")
        assertFailsWith<LinqException.Download> { linq.attachments.download(uploaded.attachmentId) }
        assertEquals(400, assertIs<AttemptResponse>(log.records.last()).status)
    }

    @Test
    fun `exception of an observer does not affect the call`() = runTest {
        val observer = object : AttemptObserver {
            override fun onRequest(request: AttemptRequest): Unit = throw IllegalStateException("expected by the test")

            override fun onResponse(response: AttemptResponse): Unit = throw AssertionError("expected by the test")
        }
        val linq = freshLinq(config = ClientConfig(observer = observer))
        linq.chats.create(LINE, listOf(ANN), MessageContent("Hi"))
    }

    @Test
    fun `exhausted retry quota prevents retries`() = runTest {
        RecordingServer { RecordingServer.Response(503, "{}", mapOf("Retry-After-Ms" to "1")) }.use { server ->
            suspend fun Linq.attempts() = assertFailsWith<LinqException.Api> { chats.retrieve("c") }.attempts
            val limited = Linq("key", server.baseUrl, config = ClientConfig(retryQuota = 15))
            assertEquals(listOf(3, 2, 1), List(3) { limited.attempts() })
            val unlimited = Linq("key", server.baseUrl, config = ClientConfig(retryQuota = null))
            assertEquals(setOf(3), List(60) { unlimited.attempts() }.toSet())
            val default = Linq("key", server.baseUrl)
            assertEquals(List(50) { 3 } + 1, List(51) { default.attempts() })
        }
    }
}
