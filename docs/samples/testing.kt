package dev.linq.client.site.testing

// ANCHOR: canned-imports
import dev.linq.client.HttpHeader
import dev.linq.client.HttpRequest
import dev.linq.client.HttpResponse
import dev.linq.client.HttpTransport
import dev.linq.client.Linq
import dev.linq.client.request.MessageContent
// ANCHOR_END: canned-imports
// ANCHOR: emulator-imports
import java.net.URI
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put
// ANCHOR_END: emulator-imports

// ANCHOR: canned
/** The code under test. */
suspend fun greet(linq: Linq, chatId: String) {
    linq.chats.messages.send(chatId, MessageContent("Hello!"))
}

suspend fun testWithoutANetwork() {
    val requests = mutableListOf<HttpRequest>()
    val transport = HttpTransport { request ->
        requests += request
        val sent = """{"chat_id": "c1", "message": {"id": "m1", "parts": []}}"""
        val type = HttpHeader("Content-Type", "application/json")
        HttpResponse(202, listOf(type), sent.toByteArray())
    }
    greet(Linq("any-key", transport = transport), "c1")
    check(requests.single().url.endsWith("/v3/chats/c1/messages"))
}
// ANCHOR_END: canned

// ANCHOR: emulator
/** [emulator] is the base URL that `linq-emulator` prints in its first line. */
suspend fun testWithTheEmulator(emulator: String) {
    val linq = Linq("any-key", emulator)
    val to = listOf("+15556667777")
    val chat = linq.chats.create("+12223334444", to, MessageContent("Hi")).chat

    // The next response is lost.
    val control = Linq("any-key", URI(emulator).resolve("/").toString())
    val fault = buildJsonObject {
        put("kind", "drop_response")
        put("times", 1)
    }
    control.request("POST", "/_emulator/faults", fault)
    greet(linq, chat.id)
    val messages = linq.chats.messages.list(chat.id).items
    check(messages.size == 2) { "the retry did not send it twice" }
}
// ANCHOR_END: emulator
