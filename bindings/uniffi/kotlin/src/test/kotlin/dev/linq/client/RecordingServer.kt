package dev.linq.client

import com.sun.net.httpserver.HttpExchange
import com.sun.net.httpserver.HttpServer
import java.net.InetAddress
import java.net.InetSocketAddress
import java.util.concurrent.CopyOnWriteArrayList
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement

/** An HTTP server on loopback that records requests and sends given responses. */
internal class RecordingServer(private val respond: (Received) -> Response) : AutoCloseable {
    class Received(
        val method: String,
        val target: String,
        private val headers: Map<String, List<String>>,
        private val body: ByteArray,
    ) {
        fun header(name: String): String? = headers.entries.firstOrNull { it.key.equals(name, true) }?.value?.first()

        val json: JsonElement? get() = body.takeIf { it.isNotEmpty() }?.decodeToString()?.let(Json::parseToJsonElement)
    }

    class Response(val status: Int, val body: String = "", val headers: Map<String, String> = emptyMap())

    val received = CopyOnWriteArrayList<Received>()
    private val server = HttpServer.create(InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0).apply {
        createContext("/", ::serve)
        start()
    }
    val baseUrl: String = "http://127.0.0.1:${server.address.port}/api/partner"

    private fun serve(exchange: HttpExchange) = exchange.use {
        val request = Received(
            it.requestMethod,
            it.requestURI.toString(),
            it.requestHeaders.toMap(),
            it.requestBody.readBytes(),
        )
        received += request
        val response = respond(request)
        it.responseHeaders["Content-Type"] = "application/json"
        response.headers.forEach { (name, value) -> it.responseHeaders[name] = value }
        val body = response.body.encodeToByteArray()
        it.sendResponseHeaders(response.status, if (body.isEmpty()) -1 else body.size.toLong())
        if (body.isNotEmpty()) it.responseBody.write(body)
    }

    override fun close() {
        server.stop(0)
    }
}
