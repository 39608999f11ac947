package dev.linq.client

import com.sun.jna.Native
import com.sun.jna.Platform
import dev.linq.client.internal.BooleanSerializer
import dev.linq.client.internal.IntegerSerializer
import dev.linq.client.internal.NumberSerializer
import dev.linq.client.internal.VERSION
import dev.linq.client.internal.apiJson
import dev.linq.client.java.CallOptionsBuilder
import dev.linq.client.model.EventType
import dev.linq.client.request.MessageContent
import dev.linq.client.request.OutgoingMedia
import dev.linq.client.request.OutgoingPart
import dev.linq.client.request.OutgoingText
import dev.linq.client.request.StickerPlacement
import dev.linq.client.webhook.EventData
import dev.linq.client.webhook.MemoryDedupStore
import dev.linq.client.webhook.WebhookReceiver
import java.io.ByteArrayInputStream
import java.io.File
import java.io.IOException
import java.net.InetAddress
import java.net.ServerSocket
import java.net.http.HttpClient
import java.nio.file.Files
import java.time.Instant
import kotlin.concurrent.thread
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.fail
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
import org.junit.jupiter.api.condition.EnabledOnOs
import org.junit.jupiter.api.condition.OS

/**
 * The error messages of this package, rendered in `tests/vectors/messages.kotlin.txt` for a person to read. `BLESS=1`
 * writes the file.
 */
class MessagesTest {
    /** On Linux only, whose loader's messages are in the file. */
    @Test
    @EnabledOnOs(OS.LINUX)
    fun `messages are as in the file`() {
        if (System.getenv("BLESS") == "1") file.writeText(rendered)
        assertEquals(file.readText(), rendered, "BLESS=1 updates $file")
    }

    @Test
    fun `every message in the sources is in the file`() {
        val messages = rendered.lines().filterNot { it.startsWith("#") }
        val sources = SourceMessages.ofKotlin(File("src/main/kotlin")) + SourceMessages.ofRust(File("../src"))
        val missing = sources.filter { source ->
            source.text !in NOT_RENDERED && messages.none(source::matches)
        }
        assertEquals(emptyList(), missing.map { "${it.place}: ${it.text}" }, "messages that no line renders")
        val unused = NOT_RENDERED.keys - sources.map { it.text }.toSet()
        assertEquals(emptySet(), unused, "exceptions without a message")
    }

    private companion object {
        val file = File("../../../tests/vectors/messages.kotlin.txt")
        val rendered: String by lazy { runBlocking { Messages().apply { renderAll() }.text() } }

        /** Messages that cannot be provoked, and why. */
        val NOT_RENDERED = mapOf(
            "a request of this transport" to "invariant",
            "a response of a call has a body" to "invariant",
            "done without a response" to "invariant",
            "no payload" to "caught; core then decodes the payload",
            "permission denied" to "root can read every file",
            "…: supports JSON only" to "requires a format other than JSON",
            "supports JSON only" to "requires a format other than JSON",
            "resource path" to "part of a message of JNA",
            "at path: " to "part of a message of kotlinx.serialization",
            "…: cannot be decoded" to "core omits what does not fit",
            "not valid JSON" to "the body is encoded by this package",
            "not a JSON object" to "the fields are encoded by this package",
            "must be completed, and have a response body" to "invariant",
            "host not found" to "depends on the resolver of the machine",
            "unknown error" to "variants that core may add",
            "not available: the native library was built without the feature `transport`" to "not for Kotlin",
            "invalid …" to "not for Kotlin",
            "method or URL" to "not for Kotlin",
            "header name" to "not for Kotlin",
            "value of the header `…`" to "not for Kotlin",
        )
    }
}

/** Provokes errors, and collects their messages. */
private class Messages {
    private val lines = StringBuilder("# Error messages of Kotlin. MessagesTest writes this file if BLESS=1.\n")
    private val folder = Files.createTempDirectory("linq-messages").toFile()
    private val nowhere = Linq("key", "http://127.0.0.1:9")
    private val once = CallOptions(maxRetries = 0)

    fun text(): String = lines.toString()

    suspend fun renderAll() {
        try {
            clientOptions()
            environment()
            tokens()
            callOptions()
            arguments()
            files()
            storage()
            downloads()
            connections()
            responses()
            webhooks()
            deduplication()
            nativeLibrary()
            java()
            json()
        } finally {
            folder.deleteRecursively()
        }
    }

    private fun section(title: String) {
        lines.append("\n# $title\n")
    }

    private fun add(message: String) {
        val line = message.replace(folder.path, "FOLDER").replace(PORT, "$1:PORT")
        check('\n' !in line) { "several lines: $line" }
        lines.append("$line\n")
    }

    /** Adds the message of the exception that `work` throws. */
    private suspend fun failing(work: suspend () -> Any?) {
        val value = try {
            work()
        } catch (e: Exception) {
            return add(checkNotNull(e.message) { "no message: $e" })
        }
        fail("no exception, but $value")
    }

    private suspend fun clientOptions() {
        section("Options of a client")
        for (url in listOf("backend", "/linq", "ftp://h.example", "http://h.example", "https://u:p@h.example",
            "https://h.example:99999", "https://h.example?a=1", "https://h.example/\ud83c")) {
            failing { Linq("key", url) }
        }
        val configs = listOf(
            ClientConfig(timeout = (-1).seconds),
            ClientConfig(deadline = 2_000_000_000.seconds),
            ClientConfig(maxRetries = -1),
        )
        val names = listOf("a b" to "1", "X-User" to "Zoë", "X-User" to "a\nb", "Content-Length" to "1",
            "Idempotency-Key" to "1", "X-User" to "\ud83c")
        for (config in configs + names.map { ClientConfig(headers = mapOf(it)) }) {
            failing { Linq("key", config = config) }
        }
    }

    private suspend fun environment() {
        section("Environment variables")
        val key = "LINQ_API_V3_API_KEY" to "key"
        failing { Linq.fromVariables(null, ClientConfig(), emptyMap()) }
        failing { Linq.fromVariables(null, ClientConfig(), mapOf("LINQ_API_V3_API_KEY" to "key\n")) }
        failing { Linq.fromVariables(null, ClientConfig(), mapOf(key, "LINQ_API_V3_BASE_URL" to "ftp://h.example")) }
        for (header in listOf("X-Team", "a b: 1", "X-User: Zoë")) {
            failing { Linq.fromVariables(null, ClientConfig(), mapOf(key, "LINQ_API_V3_CUSTOM_HEADERS" to header)) }
        }
    }

    private suspend fun tokens() {
        section("API keys and tokens")
        for (key in listOf("", " key", "two\nlines", "two\twords", "Zoë", "\ud83c")) {
            failing { Linq(key).chats.list() }
        }
        failing { Linq({ "a token\n" }).chats.list() }
        failing { Linq({ awaitCancellation() }).chats.list(options = CallOptions(deadline = 50.milliseconds)) }
    }

    private suspend fun callOptions() {
        section("Options of a call")
        val fields = buildJsonObject { put("mood", Double.NaN) }
        for (options in listOf(
            CallOptions(timeout = (-1).seconds),
            CallOptions(deadline = 2_000_000_000.seconds),
            CallOptions(maxRetries = -1),
            CallOptions(idempotencyKey = ""),
            CallOptions(idempotencyKey = "k".repeat(256)),
            CallOptions(headers = mapOf("a b" to "1")),
            CallOptions(headers = mapOf("X-User" to "Zoë")),
            CallOptions(headers = mapOf("Host" to "h.example")),
            CallOptions(query = mapOf("" to "1")),
            CallOptions(bodyFields = fields),
            CallOptions(query = mapOf("q" to "\ud83c")),
        )) {
            failing { nowhere.chats.messages.send("c", MessageContent("Hi"), options = options) }
        }
    }

    private suspend fun arguments() {
        section("Arguments")
        failing { Handle.parse("") }
        failing { Handle.parse("nobody") }
        failing { Handle.parse("0205 2499136") }
        failing { Handle.parse("+1205x") }
        failing { nowhere.chats.participants.add("c", "555") }
        failing { nowhere.chats.retrieve("") }
        failing { nowhere.chats.retrieve("\ud83c") }
        failing { nowhere.chats.create(LINE, emptyList(), MessageContent("Hi")) }
        failing { nowhere.chats.create(LINE, listOf("555"), MessageContent("Hi")) }
        failing { nowhere.chats.messages.send("c", MessageContent("")) }
        failing { nowhere.chats.messages.send("c", MessageContent("a".repeat(20_000))) }
        failing { nowhere.chats.messages.send("c", MessageContent(OutgoingMedia(url = "ftp://h.example/a.png"))) }
        failing { nowhere.chats.messages.send("c", MessageContent(OutgoingMedia())) }
        failing { nowhere.chats.update("c") }
        failing { nowhere.chats.sendVoiceMemo("c") }
        failing { nowhere.messages.updateStickerPlacement("m", "r", StickerPlacement(x = Double.NaN)) }
        failing { OutgoingText { mention("Ann", "nobody") } }
        failing { OutgoingText { plain("\ud83c") } }
        failing { nowhere.request("GE T", "/v3/chats") }
        failing { nowhere.request("TRACE", "/v3/chats") }
        failing { nowhere.request("GET", "v3/chats") }
        failing { nowhere.request("GET", "/v3/chats?limit=1") }
        failing { nowhere.request("GET", "/v3/a b") }
        failing { nowhere.request("GET", "/v3/../chats") }
        failing { nowhere.request("POST", "/v3/moods", buildJsonObject { put("mood", Double.NaN) }) }
        val closed = Linq("key").apply { close() }
        failing { closed.chats.list() }
    }

    private suspend fun files() {
        section("Files")
        val empty = folder.resolve("empty.jpg").apply { writeBytes(ByteArray(0)) }
        val unknown = folder.resolve("cake.unknown").apply { writeBytes(ByteArray(1)) }
        val attachments = nowhere.attachments
        failing { attachments.upload(folder.resolve("missing.jpg")) }
        failing { attachments.upload(folder.resolve("folder.jpg").apply { mkdir() }) }
        failing { attachments.upload(empty) }
        failing { attachments.upload(unknown) }
        failing { attachments.upload(UploadSource("", ByteArray(1))) }
        failing { attachments.upload(UploadSource("cake.jpg", 104_857_601) { ByteArrayInputStream(ByteArray(1)) }) }
        failing { attachments.upload(UploadSource("cake.jpg", -1) { ByteArrayInputStream(ByteArray(1)) }) }
        failing { attachments.upload(UploadSource("cake.jpg", ByteArray(1)), UploadOptions(timeout = (-1).seconds)) }
        failing { attachments.upload(UploadSource("cake.jpg", ByteArray(1)), UploadOptions(maxRetries = -1)) }
        val short = UploadSource("cake.jpg", 10) { ByteArrayInputStream(ByteArray(5)) }
        failingUpload(short) { RecordingServer.Response(200) }
        failingUpload(UploadSource("cake.jpg", 10) { throw IOException("not readable any more") }) { fail("not sent") }
    }

    private suspend fun storage() {
        section("Storage")
        val file = UploadSource("cake.jpg", ByteArray(10))
        failingUpload(file) { RecordingServer.Response(403, "<Error><Code>AccessDenied</Code></Error>") }
        failingUpload(file) { RecordingServer.Response(503) }
        failingUpload(file, "ftp://h.example/file") { fail("not sent") }
        val port = ServerSocket(0).use { it.localPort }
        failingUpload(file, "http://127.0.0.1:$port/file") { fail("not sent") }
    }

    private suspend fun downloads() {
        section("Downloads")
        val attachments = nowhere.attachments
        val source = DownloadSource("a")
        failing { attachments.download(DownloadSource(null)) }
        failing { attachments.download(source, DownloadOptions(maxBytes = -1)) }
        failing { attachments.download(source, folder.resolve("folder.jpg")) }
        failing { attachments.download(source, folder.resolve("missing/cake.jpg")) }
        ServerSocket(0).use { silent ->
            val url = "http://127.0.0.1:${silent.localPort}/file"
            val options = DownloadOptions(timeout = 100.milliseconds, maxRetries = 0)
            failing { attachments.download(url, options) }
            failing { attachments.download(url, DownloadOptions(deadline = 100.milliseconds, maxRetries = 0)) }
        }
    }

    /** Adds the message of a failing upload to a storage, by default that of a server with this answer. */
    private suspend fun failingUpload(
        source: UploadSource,
        url: String? = null,
        answer: () -> RecordingServer.Response,
    ) {
        var server: RecordingServer? = null
        server = RecordingServer { request ->
            when (request.method) {
                "POST" -> RecordingServer.Response(
                    200,
                    """{"attachment_id": "a", "download_url": "https://h.example/a", "http_method": "PUT",
                        "expires_at": "2030-01-01T00:00:00Z", "required_headers": {},
                        "upload_url": "${url ?: "${checkNotNull(server).baseUrl}/file"}"}""",
                )
                "PUT" -> answer()
                else -> RecordingServer.Response(204)
            }
        }
        server.use {
            failing { Linq("key", it.baseUrl).attachments.upload(source, UploadOptions(maxRetries = 0)) }
        }
    }

    private suspend fun connections() {
        section("Connections")
        val port = ServerSocket(0).use { it.localPort }
        for (transport in transports()) {
            failing { Linq("key", "http://127.0.0.1:$port", transport).chats.leave("c", once) }
        }
        failing { Linq("key", "http://127.0.0.1:$port").chats.leave("c", CallOptions(maxRetries = 1)) }
        ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { server ->
            thread { server.accept().use { it.getInputStream().read(ByteArray(4096)) } }
            failing { Linq("key", "http://127.0.0.1:${server.localPort}").chats.leave("c", once) }
        }
        RecordingServer { Thread.sleep(1000); RecordingServer.Response(200) }.use { server ->
            val options = CallOptions(timeout = 200.milliseconds, maxRetries = 0)
            failing { Linq("key", server.baseUrl).chats.list(options = options) }
            failing { Linq("key", server.baseUrl).chats.leave("c", options) }
        }
        RecordingServer { RecordingServer.Response(200, " ".repeat(20_000)) }.use { server ->
            val limit = 10_000L
            for (transport in listOf(OkHttpTransport(maxResponseBytes = limit), JavaHttpTransport(maxResponseBytes = limit))) {
                failing { Linq("key", server.baseUrl, transport).chats.list(options = once) }
            }
        }
        failing { Linq("key", transport = { throw NumberFormatException("a secret") }).chats.list(options = once) }
        failing {
            Linq("key", transport = { HttpResponse(99, emptyList(), ByteArray(0)) }).chats.list(options = once)
        }
        val invalid = HttpRequest("GET", "https://[h.example/?signature=5ecret", emptyList(), null)
        for (transport in transports()) {
            failing { transport.send(invalid) }
            failing { Linq("key", transport = { transport.send(invalid) }).chats.list(options = once) }
        }
        val following = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build()
        failing { JavaHttpTransport(following) }
        RecordingServer { RecordingServer.Response(200, """{"available": true}""") }.use { server ->
            val limited = Linq("key", server.baseUrl, config = ClientConfig(rateLimits = RateLimits()))
            runCatching { limited.capability.checkIMessage(GUEST) }
            val soon = CallOptions(deadline = 1.seconds)
            val error = runCatching { limited.capability.checkIMessage(GUEST, options = soon) }
            add(error.exceptionOrNull()?.message.orEmpty().replace(TIME, "TIME"))
        }
    }

    private suspend fun responses() {
        section("Responses")
        val html = mapOf("Content-Type" to "text/html")
        val trace = mapOf("X-Trace-Id" to "trace-1")
        val notFound = """{"error": {"status": 404, "code": 2001, "message": "Chat not found"}}"""
        for (answer in listOf(
            RecordingServer.Response(404, notFound, trace),
            RecordingServer.Response(401, """{"error": {"status": 401, "code": 2004, "message": "Unauthorized"}}"""),
            RecordingServer.Response(502, "<html></html>", html),
            RecordingServer.Response(307, "", mapOf("Location" to "https://h.example")),
            RecordingServer.Response(200, "<html></html>", html),
            RecordingServer.Response(200),
            RecordingServer.Response(200, "{}"),
            RecordingServer.Response(200, """{"id": 5}"""),
            RecordingServer.Response(200, "[]"),
        )) {
            RecordingServer { answer }.use { failing { Linq("key", it.baseUrl).chats.retrieve("c", once) } }
        }
        for (body in listOf("{}", """{"chats": 5}""")) {
            RecordingServer { RecordingServer.Response(200, body) }.use {
                failing { Linq("key", it.baseUrl).chats.list(options = once) }
            }
        }
        val strict = ClientConfig(strictResponses = true)
        RecordingServer { RecordingServer.Response(200, """{"id": "c", "is_group": "yes"}""") }.use {
            failing { Linq("key", it.baseUrl, config = strict).chats.retrieve("c", once) }
        }
    }

    private suspend fun webhooks() {
        section("Webhooks")
        val secret = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"
        val at = Instant.parse("2026-11-21T12:00:00Z")
        val receiver = WebhookReceiver(secret)
        failing { WebhookReceiver(emptyList()) }
        for (invalid in listOf("", "whsec_", " $secret", "\"$secret\"", "\ud83c")) {
            failing { WebhookReceiver(listOf(secret, invalid)) }
        }
        failing { WebhookReceiver(listOf(secret), (-1).seconds) }
        failing { WebhookReceiver.sign("", "m1", at, ByteArray(0)) }
        failing { WebhookReceiver.sign(secret, "a\nb", at, ByteArray(0)) }
        failing { WebhookReceiver.sign(secret, "m1", Instant.MAX, ByteArray(0)) }
        val body = """{"event_id": "e1", "event_type": "mood.changed", "data": {}}""".encodeToByteArray()
        val signed = WebhookReceiver.sign(secret, "m1", at, body).associate { it.name to it.value }
        failing { receiver.verify(emptyMap(), body, at) }
        // Otherwise, the legacy headers have a valid signature too.
        for (headers in signed.entries.groupBy { it.key.startsWith("x-", ignoreCase = true) }.toSortedMap().values) {
            val scheme = headers.associate { it.key to it.value }
            for (name in scheme.keys) {
                failing { receiver.verify(scheme - name, body, at) }
                failing { receiver.verify(scheme + (name to "x"), body, at) }
            }
        }
        failing { receiver.verify(signed, "{}".encodeToByteArray(), at) }
        failing { receiver.verify(signed, body, at.plusSeconds(301)) }
        failing { receiver.verify(signed, body, at.minusSeconds(301)) }
        failing { WebhookReceiver("whsec_5ecret!").verify(signed, body, at) }
        fun verify(text: String) = receiver.verify(
            WebhookReceiver.sign(secret, "m1", at, text.encodeToByteArray()),
            text.encodeToByteArray(),
            at,
        )
        for (text in listOf("", "<html>", "[]", "{}", """{"event_id": "e1", "event_type": 5}""")) {
            failing { verify(text) }
        }
        section("Payloads of events (`problem`)")
        val deep = "[".repeat(100_000) + "]".repeat(100_000)
        for ((type, data) in listOf(
            EventType.ParticipantAdded.value to "5",
            EventType.ParticipantAdded.value to "null",
            "mood.changed" to deep,
            EventType.MessageSent.value to deep,
        )) {
            val event = verify("""{"event_id": "e1", "event_type": "$type", "data": $data}""")
            add((event.data as? EventData.Other)?.problem ?: "none: $type")
        }
    }

    private suspend fun deduplication() {
        section("Deduplication")
        failing { MemoryDedupStore(0) }
        failing { MemoryDedupStore(-1) }
        failing { MemoryDedupStore().claim("\ud83c") }
    }

    private fun nativeLibrary() {
        section("Native library")
        val library = folder.resolve(System.mapLibraryName("linq_ffi"))
        fun render() {
            val message = createClients(library).last().substringAfter("${Platform.RESOURCE_PREFIX}, ")
            val names = listOf(
                library.path to "LIBRARY",
                folder.path.drop(1) to "FOLDER",
                library.name to "NAME",
                Platform.RESOURCE_PREFIX to "PLATFORM",
                VERSION to "VERSION",
            )
            add(names.fold(message) { text, (name, placeholder) -> text.replace(name, placeholder) })
        }
        render()
        library.writeText("MZ: a library of another platform")
        render()
        // Any library without a version.
        Native.extractFromResourcePath("/com/sun/jna/${Platform.RESOURCE_PREFIX}/libjnidispatch.so")
            .copyTo(library, overwrite = true)
        render()
    }

    private suspend fun java() {
        section("Java")
        failing { nowhere.forJava().request("POST", "/v3/moods", "{") }
        failing { CallOptionsBuilder().bodyFields("{") }
        failing { CallOptionsBuilder().bodyFields("[]") }
        failing {
            Thread.currentThread().interrupt()
            try {
                nowhere.forJava().chats.list().execute()
            } finally {
                Thread.interrupted()
            }
        }
    }

    private suspend fun json() {
        section("JSON, decoded or encoded with the serializers of the models")
        failing { apiJson.decodeFromString(TimestampSerializer, "\"yesterday\"") }
        failing { apiJson.decodeFromString(OutgoingPart.serializer(), "5") }
        failing { apiJson.decodeFromString(IntegerSerializer, "\"5\"") }
        failing { apiJson.decodeFromString(NumberSerializer, "\"5\"") }
        failing { apiJson.decodeFromString(BooleanSerializer, "\"true\"") }
    }

    private companion object {
        val PORT = Regex("""(127\.0\.0\.1):\d+""")
        val TIME = Regex("""\d+(\.\d+)?m?s""")
    }
}
