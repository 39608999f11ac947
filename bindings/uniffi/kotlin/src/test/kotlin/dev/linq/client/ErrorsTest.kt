package dev.linq.client

import dev.linq.client.request.MessageContent
import dev.linq.client.request.OutgoingText
import dev.linq.client.request.StickerPlacement
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
    fun `error fields of every code`() = runTest {
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
    fun `invalid argument names its path and is not sent`() = runTest {
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
    fun `lone surrogate names its path and is not sent`() = runTest {
        val linq = freshLinq()
        val broken = "cake 🎂".dropLast(1)
        suspend fun path(work: suspend () -> Unit) = assertFailsWith<LinqException.InvalidArgument> { work() }.path
        assertEquals("message.parts[0].value", path { linq.chats.messages.send("c", MessageContent(broken)) })
        assertEquals("chat_id", path { linq.chats.retrieve(broken) })
        assertEquals("pieces[1].text", path { OutgoingText { plain("Hi").also { bold(broken) } } })
        assertEquals("handle", path { Handle.parse(broken) })
        assertEquals("query[\"q\"]", path { linq.chats.list(options = CallOptions(query = mapOf("q" to broken))) })
        assertEquals("headers[\"X\"]", path { linq.chats.list(options = CallOptions(headers = mapOf("X" to broken))) })
        val fields = buildJsonObject { putJsonArray("moods") { add("sunny").also { add(broken) } } }
        assertEquals("bodyFields.moods[1]", path { linq.chats.leave("c", CallOptions(bodyFields = fields)) })
        assertEquals("body.moods[1]", path { linq.request("POST", "/v3/moods", fields) })
        assertEquals("filename", path { linq.attachments.upload(UploadSource("$broken.png", ByteArray(1))) })
        assertEquals("baseUrl", path { Linq("key", "https://$broken") })
        assertEquals("apiKey", path { Linq(broken).chats.list() })
        assertEquals("secrets[1]", path { WebhookReceiver(listOf("whsec_c2VjcmV0", broken)) })
        val metadata = path { linq.request("POST", "/v3/moods", buildJsonObject { put("a$broken", 1) }) }
        assertEquals("body.a$broken", metadata)
        assertEquals(emptyList(), Emulator.requests())
    }

    @Test
    fun `number that is not finite names its path and is not sent`() = runTest {
        val linq = freshLinq()
        for (number in listOf(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY)) {
            val error = assertFailsWith<LinqException.InvalidArgument> {
                linq.messages.updateStickerPlacement("m", "r", StickerPlacement(scale = 1.0, x = number))
            }
            assertEquals("placement.x", error.path)
            val fields = CallOptions(bodyFields = buildJsonObject { put("x", number) })
            val other = assertFailsWith<LinqException.InvalidArgument> { linq.chats.leave("c", fields) }
            assertEquals("bodyFields.x", other.path)
        }
        assertEquals(emptyList(), Emulator.requests())
    }

    @Test
    fun `numbers out of range in an error response`() = runTest {
        val body = """{"error": {"status": 429, "code": 3000000000, "message": "slow down", "retry_after": 1e19}}"""
        for (header in listOf("10000000000000000000", "86400")) {
            RecordingServer { RecordingServer.Response(429, body, mapOf("Retry-After" to header)) }.use { server ->
                val error = assertFailsWith<LinqException.Api> { Linq("key", server.baseUrl).chats.list() }
                assertEquals(429, error.status)
                assertNull(error.code)
                assertEquals(if (header == "86400") 86_400.seconds else longest, error.retryAfter)
            }
        }
    }

    @Test
    fun `excessive Retry-After is reported and not retried`() = runTest {
        for (wait in listOf("1e300", "99999999999999999999")) {
            val body = """{"error": {"status": 429, "code": 1007, "retry_after": $wait}}"""
            for (response in listOf(
                RecordingServer.Response(429, "{}", mapOf("Retry-After" to wait)),
                RecordingServer.Response(429, "{}", mapOf("Retry-After-Ms" to wait)),
                RecordingServer.Response(429, body),
            )) {
                RecordingServer { response }.use { server ->
                    val error = assertFailsWith<LinqException.Api> { Linq("key", server.baseUrl).chats.list() }
                    assertEquals(longest, error.retryAfter)
                    assertEquals(1, server.received.size)
                }
            }
        }
    }

    @Test
    fun `observed errors are not retried`() = runTest {
        for ((status, code) in listOf(413 to 5001, 400 to 2011)) {
            val body = Vectors.read("cases/error.$status.$code").toString()
            RecordingServer { RecordingServer.Response(status, body) }.use { server ->
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
    fun `invalid options name their path`() = runTest {
        val linq = freshLinq()
        suspend fun path(options: CallOptions) =
            assertFailsWith<LinqException.InvalidArgument> { linq.chats.list(options = options) }.path
        assertEquals("timeout", path(CallOptions(timeout = (-1).seconds)))
        assertEquals("deadline", path(CallOptions(deadline = Duration.INFINITE)))
        assertEquals("headers[\"X-User\"]", path(CallOptions(headers = mapOf("X-User" to "Zoë"))))
        val shared = assertFailsWith<LinqException.InvalidArgument> {
            Linq("key", Emulator.baseUrl, config = ClientConfig(headers = mapOf("X-User" to "Zoë")))
        }
        assertEquals("headers[\"X-User\"]", shared.path)
        assertFailsWith<LinqException.InvalidArgument> { Linq("key", config = ClientConfig(timeout = Duration.INFINITE)) }
        assertFailsWith<LinqException.InvalidArgument> { WebhookReceiver(listOf("whsec_c2VjcmV0"), (-1).seconds) }
        val upload = assertFailsWith<LinqException.InvalidArgument> {
            linq.attachments.upload(UploadSource("a.png", -1) { "".byteInputStream() })
        }
        assertEquals("size", upload.path)
        assertEquals(emptyList(), Emulator.requests())
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `response headers that are not ASCII are kept`(transport: HttpTransport) = runTest {
        RecordingServer { RecordingServer.Response(200, """{"chats": []}""", mapOf("X-Name" to "Zoë", "X-Plain" to "a")) }.use { server ->
            val linq = Linq("any-key", server.baseUrl, transport)
            var response: HttpResponse? = null
            linq.chats.list(options = CallOptions(onResponse = { response = it }))
            assertEquals("a", response?.header("x-plain"))
            assertTrue(response?.header("x-name").orEmpty().startsWith("Zo"), "${response?.header("x-name")}")
        }
    }

    @Test
    fun `page without its list is a decode error`() = runTest {
        RecordingServer { RecordingServer.Response(200, """{"notices": ["hello"], "chats": []}""") }.use { server ->
            assertEquals(emptyList(), Linq("any-key", server.baseUrl).chats.list().items)
        }
        RecordingServer { RecordingServer.Response(200, """{"notices": ["hello"]}""") }.use { server ->
            assertFailsWith<LinqException.Decode> { Linq("any-key", server.baseUrl).chats.list() }
        }
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `invalid URLs and headers are not in error messages`(transport: HttpTransport) = runTest {
        val request = HttpRequest("GET", "https://storage.example/a b?X-Amz-Signature=5ecret", emptyList(), null)
        val malformed = HttpRequest("GET", "https://[storage/?X-Amz-Signature=5ecret", emptyList(), null)
        val header = HttpRequest("GET", "https://storage.example/", listOf(HttpHeader("X-Own", "5ecret\n")), null)
        for (invalid in listOf(request, malformed, header)) {
            val error = assertFails { transport.send(invalid) }
            assertFalse("5ecret" in error.stackTraceToString(), error.stackTraceToString())
        }
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `connection refused names the host and has no effect`(transport: HttpTransport) = runTest {
        val port = ServerSocket(0).use { it.localPort }
        val linq = Linq("any-key", "http://127.0.0.1:$port", transport)
        val error = assertFailsWith<LinqException.Transport> { linq.chats.leave("c", once) }
        assertEquals(TransportFailure.NotConnected, error.failure)
        assertFalse(error.mayHaveTakenEffect)
        assertNotNull(error.cause, "the transport's exception")
        assertContains(error.message.orEmpty(), "127.0.0.1:$port")
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `lost connection may have taken effect`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        Emulator.fault("""{"kind": "close"}""")
        val error = assertFailsWith<LinqException.Transport> { linq.chats.leave("c", once) }
        assertEquals(TransportFailure.ConnectionLost, error.failure)
        assertTrue(error.mayHaveTakenEffect)
        Emulator.clearFaults()
        Emulator.fault("""{"kind": "truncate"}""")
        assertFailsWith<LinqException.Transport> { linq.chats.list(options = once) }
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `responses that are not from the API`(transport: HttpTransport) = runTest {
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
    fun `response size limit`() = runTest {
        for (transport in listOf(OkHttpTransport(maxResponseBytes = 1000), JavaHttpTransport(maxResponseBytes = 1000))) {
            val linq = freshLinq(transport)
            Emulator.fault("""{"kind": "large_body", "bytes": 100000}""")
            val error = assertFailsWith<LinqException.Transport> { linq.chats.list(options = once) }
            assertEquals(TransportFailure.ResponseTooLarge, error.failure)
        }
    }

    @Test
    fun `exception of the token provider is thrown unchanged`() = runTest {
        class AppException : IOException("of the app")
        val linq = Linq({ throw AppException() }, Emulator.baseUrl)
        assertFailsWith<AppException> { linq.chats.list() }
    }
}
