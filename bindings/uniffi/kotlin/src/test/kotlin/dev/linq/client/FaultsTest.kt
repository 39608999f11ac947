package dev.linq.client

import dev.linq.client.model.AddOrRemove
import dev.linq.client.model.ReactionType
import dev.linq.client.request.MessageContent
import java.net.InetAddress
import java.net.ServerSocket
import java.net.Socket
import java.util.concurrent.CopyOnWriteArrayList
import kotlin.test.AfterTest
import kotlin.test.assertEquals
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.sync.Semaphore
import kotlinx.coroutines.sync.withPermit
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.jsonPrimitive
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

/** The fault tables that all languages share, over sockets, on every transport. */
class FaultsTest {
    private val server = FaultServer()
    private val patient = ClientConfig(timeout = 300.milliseconds, maxRetries = 2)

    @AfterTest
    fun end() {
        server.close()
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transportKinds")
    fun `odd response heads may have taken effect and are not retried`(kind: () -> HttpTransport) {
        val rows = server.malformedHeads()
        assertEquals(331, rows)
        val config = ClientConfig(timeout = 2.seconds, maxRetries = 0)
        val problems = eachOf(rows) { row ->
            // On a new connection, since the server closes it.
            val linq = Linq("key", "${server.url}/malformed_heads/$row", kind(), config)
            val result = runCatching { linq.chats.participants.add("c", "+12052499136") }
            val requests = server.seen("malformed_heads", row).requests
            val error = result.exceptionOrNull()
            when {
                requests != 1 -> "$row: $requests requests: $error"
                error != null && (error as? LinqException)?.mayHaveTakenEffect != true -> "$row: $error"
                else -> null
            }
        }
        assertEquals(emptyList(), problems)
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transportKinds")
    fun `call on a stale connection is executed once`(kind: () -> HttpTransport) {
        val rows = server.rows("stale_connections")
        val problems = eachOf(rows.size) { row ->
            // A new transport, so that no other row's call reuses the connection of the warm-up.
            val linq = Linq("key", "${server.url}/stale_connections/$row", kind(), patient)
            linq.phoneNumbers.list()
            delay(50)
            contradiction("stale_connections", row, rows[row], runCatching { linq.make(rows[row], row) })
        }
        assertEquals(emptyList(), problems)
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `call succeeds although all idle connections are stale`(transport: HttpTransport): Unit = runBlocking(Dispatchers.IO) {
        ServerSocket(0, 16, InetAddress.getLoopbackAddress()).use { server ->
            server.soTimeout = 5_000
            val linq = Linq("key", "http://127.0.0.1:${server.localPort}", transport, ClientConfig(maxRetries = 1))
            val first = List(5) { async { linq.phoneNumbers.list() } }
            val connections = List(5) { server.accept() }
            connections.forEach { it.respond() }
            first.awaitAll()
            connections.forEach { it.close() }
            val last = async { linq.phoneNumbers.list() }
            server.accept().use { it.respond() }
            last.await()
        }
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transportsOfTwoAddresses")
    fun `lost connection of a host with two addresses may have taken effect`(transport: HttpTransport) {
        val rows = server.rows("two_addresses")
        val url = server.url.replace("127.0.0.1", "localhost")
        val problems = eachOf(rows.size) { row ->
            val linq = Linq("key", "$url/two_addresses/$row", transport, patient)
            contradiction("two_addresses", row, rows[row], runCatching { linq.make(rows[row], row) })
        }
        assertEquals(emptyList(), problems)
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `errors under random faults are accurate`(transport: HttpTransport) {
        val rows = server.rows("random")
        val linq = Linq("key", "${server.url}/random", transport, patient)
        val results = CopyOnWriteArrayList<Pair<Int, Result<Unit>>>()
        eachOf(rows.size) { row ->
            results += row to runCatching { linq.make(rows[row], row) }
            null
        }
        Thread.sleep(700) // abandoned requests may still be executed
        assertEquals(400, results.size)
        val problems = results.mapNotNull { (row, result) -> contradiction("random", row, rows[row], result) }
        assertEquals(emptyList(), problems)
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `upload that the storage rejects early fails with a typed error`(transport: HttpTransport) {
        val rows = server.rows("uploads")
        val content = server.fileContent()
        val problems = eachOf(rows.size) { row ->
            val config = ClientConfig(timeout = 5.seconds)
            val linq = Linq("key", "${server.url}/uploads/$row", transport, config)
            val result = runCatching { linq.attachments.upload(UploadSource("clip.mp4", content)) }
            val stored = server.seen("uploads", row).stored
            val error = result.exceptionOrNull()
            val isAccurate = if (error == null) {
                result.getOrThrow().attachmentId in stored
            } else {
                error is LinqException && stored.isEmpty()
            }
            if (isAccurate) null else "${rows[row].text("name")}: $result, but $stored"
        }
        assertEquals(emptyList(), problems)
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transportsByCertificate")
    fun `request is sent once whatever HTTP 2 signals`(kind: (String) -> HttpTransport) {
        val rows = server.rows("http2")
        val problems = rows.indices.flatMap { row ->
            listOf("react", "share").flatMap { call -> listOf(0, 1).map { http2Problem(kind, rows[row], row, call, it) } }
        }
        assertEquals(emptyList(), problems.filterNotNull())
    }

    private fun http2Problem(
        kind: (String) -> HttpTransport,
        signal: JsonObject,
        row: Int,
        call: String,
        responses: Int,
    ): String? = runBlocking {
        val (url, certificate) = server.http2(row, responses)
        val linq = Linq("key", url, kind(certificate), ClientConfig(timeout = 10.seconds, maxRetries = 0))
        repeat(responses) { linq.make(call, row) }
        val error = runCatching { linq.make(call, row) }.exceptionOrNull()
        val requests = server.seen("http2", row).requests
        val isAccurate = error is LinqException &&
            (error.mayHaveTakenEffect || signal.getValue("proves_not_processed").jsonPrimitive.boolean)
        if (isAccurate && requests == responses + 1) null else "$signal $call after $responses: $requests requests: $error"
    }

    private suspend fun Linq.make(call: JsonObject, row: Int) = make(call.text("call"), row)

    private suspend fun Linq.make(call: String, row: Int) {
        when (call) {
            "send" -> chats.messages.send("$row", MessageContent("hi"))
            "react" -> messages.addReaction("$row", AddOrRemove.Add, ReactionType.Custom, customEmoji = "🎂")
            "share" -> chats.shareContactCard("$row")
            else -> error(call)
        }
    }

    /** Returns a description of the contradiction between a call's result and the server's report, or null. */
    private fun contradiction(table: String, row: Int, call: JsonObject, result: Result<Unit>): String? {
        val seen = server.seen(table, row)
        val allowed = if (call.text("call") == "send") 1 else 1 + seen.askedToRetry
        val error = result.exceptionOrNull()
        val isAccurate = if (error == null) {
            seen.executions > 0
        } else {
            error is LinqException && (error.mayHaveTakenEffect || seen.executions == 0)
        }
        if (isAccurate && seen.executions <= allowed) return null
        return "$table $row $call: $result, but ${seen.executions} executions of ${seen.requests} requests"
    }

    /** Runs work for each row, 24 at a time, and returns the problems. */
    private fun eachOf(rows: Int, work: suspend (row: Int) -> String?): List<String> = runBlocking(Dispatchers.IO) {
        val permits = Semaphore(24)
        List(rows) { row -> async { permits.withPermit { work(row) } } }.awaitAll().filterNotNull()
    }
}

private fun Socket.respond() {
    val head = getInputStream().bufferedReader()
    while (head.readLine().isNotEmpty()) {
        // until the blank line
    }
    val body = """{"phone_numbers": []}"""
    val headers = "Content-Type: application/json\r\nContent-Length: ${body.length}"
    getOutputStream().write("HTTP/1.1 200 OK\r\n$headers\r\n\r\n$body".toByteArray())
}
