package dev.linq.client

import dev.linq.client.request.MessageContent
import dev.linq.client.request.StickerPlacement
import dev.linq.client.request.Text
import dev.linq.client.webhook.WebhookReceiver
import java.io.IOException
import java.net.ServerSocket
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFails
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.test.runTest
import kotlinx.serialization.json.add
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.put
import kotlinx.serialization.json.putJsonArray
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

class ErrorsTest {
    private val longest = UInt.MAX_VALUE.toLong().seconds
    private val once = CallOptions(maxRetries = 0)

    @Test
    fun `every code comes with its status and what helps to find it`() = runTest {
        val linq = freshLinq()
        for (row in Vectors.read("errors").jsonArray.map { it.jsonObject }) {
            val code = row.getValue("code").jsonPrimitive.int
            val status = row.getValue("status").jsonPrimitive.int
            Emulator.fault("""{"kind": "status", "status": $status, "code": $code, "retry_after": 7, "times": 1}""")
            val error = assertFailsWith<LinqException> { linq.chats.retrieve("c", once) }
            assertTrue(error is LinqException.Api, "$error")
            assertEquals(status, error.status)
            assertEquals(code, error.code)
            assertEquals(7.seconds, error.retryAfter)
            assertNotNull(error.traceId)
            assertContains(error.message.orEmpty(), "$code")
        }
    }

    @Test
    fun `what is refused here names its field and costs no request`() = runTest {
        val linq = freshLinq()
        val error = assertFailsWith<LinqException.InvalidArgument> { linq.chats.messages.send("c", MessageContent("")) }
        assertEquals("message.parts[0].value", error.path)
        assertFailsWith<LinqException.InvalidArgument> { linq.chats.participants.add("c", "555") }
        assertFailsWith<LinqException.InvalidArgument> { linq.chats.list(options = CallOptions(maxRetries = -1)) }
        assertFailsWith<LinqException.InvalidArgument> { Linq("key", "ftp://example.com") }
        assertFailsWith<LinqException.InvalidArgument> { Handle.parse("nobody") }
        assertEquals(Handle.Email("user@example.com"), Handle.parse("user@example.com"))
        assertEquals(emptyList(), Emulator.requests())
    }

    @Test
    fun `half of an emoji is refused by its place and costs no request`() = runTest {
        val linq = freshLinq()
        val half = "cake 🎂".dropLast(1)
        suspend fun path(work: suspend () -> Unit) = assertFailsWith<LinqException.InvalidArgument> { work() }.path
        assertEquals("message.parts[0].value", path { linq.chats.messages.send("c", MessageContent(half)) })
        assertEquals("chat_id", path { linq.chats.retrieve(half) })
        assertEquals("pieces[1].words", path { Text { plain("Hi").also { bold(half) } } })
        assertEquals("handle", path { Handle.parse(half) })
        assertEquals("query[\"q\"]", path { linq.chats.list(options = CallOptions(query = mapOf("q" to half))) })
        assertEquals("headers[\"X\"]", path { linq.chats.list(options = CallOptions(headers = mapOf("X" to half))) })
        val fields = buildJsonObject { putJsonArray("moods") { add("sunny").also { add(half) } } }
        assertEquals("body_fields.moods[1]", path { linq.chats.leave("c", CallOptions(bodyFields = fields)) })
        assertEquals("body.moods[1]", path { linq.request("POST", "/v3/moods", fields) })
        assertEquals("filename", path { linq.attachments.upload(UploadSource("$half.png", ByteArray(1))) })
        assertEquals("base_url", path { Linq("key", "https://$half") })
        assertEquals("key", path { Linq(half).chats.list() })
        assertEquals("secrets[1]", path { WebhookReceiver(listOf("whsec_c2VjcmV0", half)) })
        val metadata = path { linq.request("POST", "/v3/moods", buildJsonObject { put("a$half", 1) }) }
        assertEquals("body.a$half", metadata)
        assertEquals(emptyList(), Emulator.requests())
    }

    @Test
    fun `a number that is none is refused by its place and costs no request`() = runTest {
        val linq = freshLinq()
        for (number in listOf(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
            val error = assertFailsWith<LinqException.InvalidArgument> {
                linq.messages.updateStickerPlacement("m", "r", StickerPlacement(scale = 1.0, x = number))
            }
            assertEquals("placement.x", error.path)
            val fields = CallOptions(bodyFields = buildJsonObject { put("x", number) })
            val other = assertFailsWith<LinqException.InvalidArgument> { linq.chats.leave("c", fields) }
            assertEquals("body_fields.x", other.path)
        }
        assertEquals(emptyList(), Emulator.requests())
    }

    @Test
    fun `numbers that nobody expects do not hide the error`() = runTest {
        val error = """{"error": {"status": 429, "code": 3000000000, "message": "slow down", "retry_after": 1e19}}"""
        for (header in listOf("10000000000000000000", "86400")) {
            Recorder { Recorder.Answer(429, error, mapOf("Retry-After" to header)) }.use { server ->
                val refusal = assertFailsWith<LinqException.Api> { Linq("key", server.baseUrl).chats.list() }
                assertEquals(429, refusal.status)
                assertNull(refusal.code)
                assertEquals(if (header == "86400") 86_400.seconds else longest, refusal.retryAfter)
            }
        }
    }

    @Test
    fun `a wait of centuries is the caller's to decide`() = runTest {
        for (wait in listOf("1e300", "99999999999999999999")) {
            val body = """{"error": {"status": 429, "code": 1007, "retry_after": $wait}}"""
            for (answer in listOf(
                Recorder.Answer(429, "{}", mapOf("Retry-After" to wait)),
                Recorder.Answer(429, "{}", mapOf("Retry-After-Ms" to wait)),
                Recorder.Answer(429, body),
            )) {
                Recorder { answer }.use { server ->
                    val refusal = assertFailsWith<LinqException.Api> { Linq("key", server.baseUrl).chats.list() }
                    assertEquals(longest, refusal.retryAfter)
                    assertEquals(1, server.received.size)
                }
            }
        }
    }

    @Test
    fun `errors that servers have sent cost one request`() = runTest {
        for ((status, code) in listOf(413 to 5001, 400 to 2011)) {
            val body = Vectors.read("cases/error.$status.$code").toString()
            Recorder { Recorder.Answer(status, body) }.use { server ->
                val error = assertFailsWith<LinqException.Api> {
                    Linq("key", server.baseUrl).chats.messages.send("c", MessageContent("Hi"))
                }
                assertEquals(status to code, error.status to error.code)
                assertFalse(error.mayHaveTakenEffect)
                assertEquals(1, server.received.size)
            }
        }
    }

    @Test
    fun `numbers and headers that make no sense are named`() = runTest {
        val linq = freshLinq()
        suspend fun path(options: CallOptions) =
            assertFailsWith<LinqException.InvalidArgument> { linq.chats.list(options = options) }.path
        assertEquals("timeout", path(CallOptions(timeout = (-1).seconds)))
        assertEquals("deadline", path(CallOptions(deadline = Duration.INFINITE)))
        assertEquals("headers[\"X-User\"]", path(CallOptions(headers = mapOf("X-User" to "Zoë"))))
        val shared = assertFailsWith<LinqException.InvalidArgument> {
            Linq("key", Emulator.baseUrl, options = ClientOptions(headers = mapOf("X-User" to "Zoë")))
        }
        assertEquals("headers[\"X-User\"]", shared.path)
        assertFailsWith<LinqException.InvalidArgument> { Linq("key", options = ClientOptions(timeout = Duration.INFINITE)) }
        assertFailsWith<LinqException.InvalidArgument> { WebhookReceiver(listOf("whsec_c2VjcmV0"), (-1).seconds) }
        val upload = assertFailsWith<LinqException.InvalidArgument> {
            linq.attachments.upload(UploadSource("a.png", -1) { "".byteInputStream() })
        }
        assertEquals("size", upload.path)
        assertEquals(emptyList(), Emulator.requests())
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `headers of replies are kept whatever is in them`(transport: HttpTransport) = runTest {
        Recorder { Recorder.Answer(200, """{"chats": []}""", mapOf("X-Name" to "Zoë", "X-Plain" to "a")) }.use { server ->
            val linq = Linq("any-key", server.baseUrl, transport)
            var reply: HttpResponse? = null
            linq.chats.list(options = CallOptions(onResponse = { reply = it }))
            assertEquals("a", reply?.header("x-plain"))
            assertTrue(reply?.header("x-name").orEmpty().startsWith("Zo"), "${reply?.header("x-name")}")
        }
    }

    @Test
    fun `a page without its list is not an empty page`() = runTest {
        Recorder { Recorder.Answer(200, """{"notices": ["hello"], "chats": []}""") }.use { server ->
            assertEquals(emptyList(), Linq("any-key", server.baseUrl).chats.list().items)
        }
        Recorder { Recorder.Answer(200, """{"notices": ["hello"]}""") }.use { server ->
            assertFailsWith<LinqException.Decode> { Linq("any-key", server.baseUrl).chats.list() }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `an address that cannot be sent to does not show`(transport: HttpTransport) = runTest {
        val request = HttpRequest("GET", "https://storage.example/a b?X-Amz-Signature=5ecret", emptyList(), null)
        val odd = HttpRequest("GET", "https://[storage/?X-Amz-Signature=5ecret", emptyList(), null)
        val header = HttpRequest("GET", "https://storage.example/", listOf(HttpHeader("X-Own", "5ecret\n")), null)
        for (refused in listOf(request, odd, header)) {
            val error = assertFails { transport.send(refused) }
            assertFalse("5ecret" in error.stackTraceToString(), error.stackTraceToString())
        }
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `where nobody listens nothing was sent`(transport: HttpTransport) = runTest {
        val port = ServerSocket(0).use { it.localPort }
        val linq = Linq("any-key", "http://127.0.0.1:$port", transport)
        val error = assertFailsWith<LinqException.Transport> { linq.chats.leave("c", once) }
        assertEquals(TransportFailure.NotConnected, error.failure)
        assertFalse(error.mayHaveTakenEffect)
        assertNotNull(error.cause, "what the transport said")
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `a broken connection may have done something`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        Emulator.fault("""{"kind": "close"}""")
        val error = assertFailsWith<LinqException.Transport> { linq.chats.leave("c", once) }
        assertEquals(TransportFailure.ConnectionLost, error.failure)
        assertTrue(error.mayHaveTakenEffect)
        Emulator.healed()
        Emulator.fault("""{"kind": "truncate"}""")
        assertFailsWith<LinqException.Transport> { linq.chats.list(options = once) }
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `replies of others than the API are told apart`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        Emulator.fault("""{"kind": "html", "status": 502, "times": 1}""")
        val proxy = assertFailsWith<LinqException.Api> { linq.chats.list(options = once) }
        assertEquals(502, proxy.status)
        assertContains(proxy.body.decodeToString(), "<")
        Emulator.fault("""{"kind": "garbage", "times": 1}""")
        val garbage = assertFailsWith<LinqException.Decode> { linq.chats.list(options = once) }
        assertTrue(garbage.mayHaveTakenEffect)
        Emulator.fault("""{"kind": "redirect", "location": "${Emulator.baseUrl}/v3/chats", "times": 1}""")
        val redirect = assertFailsWith<LinqException.Api> { linq.chats.list(options = once) }
        assertEquals(307, redirect.status)
    }

    @Test
    fun `a reply that is too large is not kept`() = runTest {
        for (transport in listOf(OkHttpTransport(maxResponseBytes = 1000), JavaHttpTransport(maxResponseBytes = 1000))) {
            val linq = freshLinq(transport)
            Emulator.fault("""{"kind": "big_body", "bytes": 100000}""")
            val error = assertFailsWith<LinqException.Transport> { linq.chats.list(options = once) }
            assertEquals(TransportFailure.ResponseTooLarge, error.failure)
        }
    }

    @Test
    fun `what a token provider throws is thrown as it is`() = runTest {
        class Own : IOException("of the app")
        val locked = Linq({ throw Own() }, Emulator.baseUrl)
        assertFailsWith<Own> { locked.chats.list() }
    }
}
