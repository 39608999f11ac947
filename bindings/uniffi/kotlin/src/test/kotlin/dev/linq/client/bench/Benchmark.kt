package dev.linq.client.bench

import com.sun.management.ThreadMXBean
import dev.linq.client.HttpResponse
import dev.linq.client.HttpTransport
import dev.linq.client.Linq
import dev.linq.client.request.MessageContent
import java.io.File
import java.lang.management.ManagementFactory
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject

/**
 * Measures the time and allocations of a call and of a page of 100 documented messages, without a network. Requires a
 * library built with `--release`:
 *
 *     mvn -q test-compile exec:java -Djna.library.path=…/release
 */
fun main() {
    val responses = File("../../../tests/vectors/responses")
    val send = responses.resolve("chats.messages.send.json").readText()
    val page = page(responses.resolve("chats.messages.list.json").readText())
    println("page: ${page.length} characters")
    linq(send).use { linq -> measure("call", 2_000) { linq.chats.messages.send("c", MessageContent("Hi")) } }
    linq(page).use { linq -> measure("page", 400) { linq.chats.messages.list("c") } }
}

private fun linq(body: String): Linq {
    val response = HttpResponse(200, emptyList(), body.encodeToByteArray())
    return Linq("any-key", "http://127.0.0.1:1", HttpTransport { response })
}

/** Returns a page with its first message repeated 100 times. */
private fun page(json: String): String {
    val page = Json.parseToJsonElement(json).jsonObject
    val messages = List(100) { page.getValue("messages").jsonArray.first() }
    return JsonObject(page + ("messages" to JsonArray(messages))).toString()
}

/** Prints the minimum of several rounds, each the mean of `count` calls. */
private fun measure(name: String, count: Int, work: suspend () -> Unit) {
    val rounds = List(15) {
        val bytes = allocated()
        val start = System.nanoTime()
        runBlocking { repeat(count) { work() } }
        Pair((System.nanoTime() - start) / count, (allocated() - bytes) / count)
    }
    println("$name: ${rounds.minOf { it.first } / 1000.0} µs, ${rounds.minOf { it.second }} bytes")
}

/** Returns the bytes allocated by all live threads. */
private fun allocated(): Long {
    val threads = ManagementFactory.getThreadMXBean() as ThreadMXBean
    return threads.getThreadAllocatedBytes(threads.allThreadIds).filter { it > 0 }.sum()
}
