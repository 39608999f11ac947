package dev.linq.client

import dev.linq.client.internal.apiJson
import dev.linq.client.model.MediaPart
import dev.linq.client.model.MessagePart
import dev.linq.client.model.TextPart
import dev.linq.client.model.text
import dev.linq.client.request.MessageContent
import dev.linq.client.webhook.EventData
import dev.linq.client.webhook.WebhookEvent
import dev.linq.client.webhook.WebhookReceiver
import java.time.Instant
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlinx.coroutines.flow.toList
import kotlinx.coroutines.test.runTest
import kotlinx.serialization.json.JsonPrimitive

class TolerantReadingTest {
    private val secret = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"
    private val receiver = WebhookReceiver(secret)
    private val now = Instant.parse("2026-11-21T12:00:00Z")

    @Test
    fun `value of the wrong type is skipped with a warning`() = runTest {
        val page = """{"messages": [
            {"id": "m1", "chat_id": 5, "is_from_me": "yes", "created_at": "yesterday", "service": "SMS",
             "parts": [{"type": "text", "value": "Hi", "mentions": [{"handle": ["5ecret"], "is_me": true}]}]},
            {"id": "m2", "from_handle": "Ann", "sent_at": "2026-01-01T00:00:00Z"}], "next_cursor": "more"}"""
        val (read, response) = read(page) { chats.messages.list("c", options = it) }
        assertEquals("more", read.nextCursor)
        val (first, second) = read.items
        assertEquals(listOf("m1", "SMS", "Hi"), listOf(first.id, first.service?.value, first.text))
        assertEquals(listOf(null, null, null), listOf(first.chatId, first.isFromMe, first.createdAt))
        val mention = assertIs<TextPart>(first.parts?.single()).mentions?.single()
        assertEquals(true, mention?.isMe)
        assertNull(mention?.handle)
        assertNull(second.fromHandle)
        assertEquals(Instant.parse("2026-01-01T00:00:00Z"), second.sentAt)
        assertEquals(
            setOf(
                "messages[0].chat_id",
                "messages[0].is_from_me",
                "messages[0].created_at",
                "messages[0].parts[0].mentions[0].handle",
                "messages[1].from_handle",
            ),
            response.warnings.map { it.path }.toSet(),
        )
        assertFalse("5ecret" in "${response.warnings}", "${response.warnings}")
    }

    @Test
    fun `quoted numbers and booleans are of the wrong type`() = runTest {
        val (flag, response) = read("""{"id": "m1", "is_read": "true", "is_delivered": true}""") { messages.retrieve("m1", it) }
        assertEquals(listOf(null, true), listOf(flag.isRead, flag.isDelivered))
        assertEquals(listOf("is_read"), response.warnings.map { it.path })
        for (size in listOf("\"5\"", "1.5", "1e300")) {
            val (message, warned) = readSize(size)
            assertNull(message, size)
            assertEquals(listOf("parts[0].size_bytes"), warned.warnings.map { it.path }, size)
        }
        for ((size, expected) in listOf("5" to 5L, "18446744073709551615" to Long.MAX_VALUE)) {
            val (message, warned) = readSize(size)
            assertEquals(expected, message)
            assertEquals(emptyList(), warned.warnings)
        }
    }

    private suspend fun readSize(size: String): Pair<Long?, HttpResponse> {
        val message = """{"id": "m1", "parts": [{"type": "media", "size_bytes": $size}]}"""
        val (read, response) = read(message) { messages.retrieve("m1", it) }
        return Pair(assertIs<MediaPart>(read.parts?.single()).sizeBytes, response)
    }

    @Test
    fun `item without its identifier is skipped`() = runTest {
        val page = """{"messages": [{"id": "m1"}, {"chat_id": "c"}, 7, null, {"id": "m2"}]}"""
        val (read, response) = read(page) { chats.messages.list("c", options = it) }
        assertEquals(listOf("m1", "m2"), read.items.map { it.id })
        assertEquals(setOf("messages[1].id", "messages[2]"), response.warnings.map { it.path }.toSet())
    }

    @Test
    fun `null is absent and absent lists are empty`() = runTest {
        for (page in listOf("""{"messages": null}""", """{"messages": [], "next_cursor": ""}""")) {
            val (read, response) = read(page) { chats.messages.list("c", options = it) }
            assertEquals(Page(emptyList()), read)
            assertEquals(emptyList(), response.warnings)
        }
        for (handles in listOf(""", "handles": null, "is_group": null""", "")) {
            val (chat, response) = read("""{"id": "c1"$handles}""") { chats.retrieve("c1", it) }
            assertEquals(emptyList(), chat.handles)
            assertNull(chat.isGroup)
            assertEquals(emptyList(), response.warnings)
        }
    }

    @Test
    fun `part without a known type is unknown and complete`() = runTest {
        val message = """{"id": "m1", "parts": [{"value": "a"}, {"type": 5, "value": "b"}, {"type": null}, "c",
            {"type": "text", "value": "Hi"}, {"type": "text", "value": 5}, {"type": "text", "value": "there"}]}"""
        val (read, _) = read(message) { messages.retrieve("m1", it) }
        val parts = read.parts.orEmpty()
        val (absent, number) = parts.map { it as? MessagePart.Unknown }
        assertEquals(JsonPrimitive("a"), absent?.json?.get("value"))
        assertEquals(JsonPrimitive(5), number?.json?.get("type"))
        assertEquals("", number?.type)
        assertEquals("Hi\nthere", read.text)
        assertEquals("Hi\nthere", parts.text)
        val written = apiJson.encodeToJsonElement(MessagePart.serializer(), assertNotNull(number))
        assertEquals(number.json, written)
    }

    @Test
    fun `lone surrogate beside a malformed value`() = runTest {
        val message = """{"id": "m1", "chat_id": 5, "parts": [{"type": "text", "value": "cake \ud83c"}]}"""
        val (read, _) = read(message) { messages.retrieve("m1", it) }
        assertTrue(read.text.startsWith("cake "), read.text)
    }

    @Test
    fun `decode error of an accepted send has key and body`() = runTest {
        for (body in listOf("""{"message": {"delivery_status": "pending"}}""", """{"message": {"id": 5}}""", "{}", "[]")) {
            RecordingServer { RecordingServer.Response(202, body, mapOf("X-Trace-ID" to "t1")) }.use { server ->
                val messages = Linq("any-key", server.baseUrl).chats.messages
                val options = CallOptions(idempotencyKey = "order-17")
                val error = assertFailsWith<LinqException.Decode> { messages.send("c", MessageContent("Hi"), null, options) }
                assertContains(error.message.orEmpty(), "accepted")
                assertTrue(error.mayHaveTakenEffect)
                assertEquals(202, error.status)
                assertEquals("order-17", error.idempotencyKey)
                assertEquals("t1", error.traceId)
                assertEquals(body, error.body.decodeToString())
                assertEquals(1, server.received.size)
            }
        }
    }

    @Test
    fun `errors have the generated idempotency key`() = runTest {
        RecordingServer { RecordingServer.Response(202, "{}") }.use { server ->
            val messages = Linq("any-key", server.baseUrl).chats.messages
            val error = assertFailsWith<LinqException> { messages.send("c", MessageContent("Hi")) }
            assertContains(server.received.single().json.toString(), assertNotNull(error.idempotencyKey))
        }
        RecordingServer { RecordingServer.Response(500, "{}") }.use { server ->
            val linq = Linq("any-key", server.baseUrl, config = ClientConfig(maxRetries = 0))
            val error = assertFailsWith<LinqException.Api> { linq.chats.messages.send("c", MessageContent("Hi")) }
            assertContains(server.received.single().json.toString(), assertNotNull(error.idempotencyKey))
        }
        val broken = Linq("any-key", Emulator.baseUrl, {
            throw TransportException(TransportFailure.ConnectionLost, "cut")
        }, ClientConfig(maxRetries = 0))
        val error = assertFailsWith<LinqException.Transport> { broken.chats.messages.send("c", MessageContent("Hi")) }
        assertNotNull(error.idempotencyKey)
    }

    @Test
    fun `HTML instead of JSON is a decode error with content type and URL`() = runTest {
        val html = RecordingServer.Response(200, "<html>Welcome!</html>", mapOf("Content-Type" to "text/html"))
        RecordingServer { html }.use { server ->
            val linq = Linq("any-key", server.baseUrl, config = ClientConfig(maxRetries = 0))
            for (call in listOf<suspend () -> Unit>({ linq.chats.retrieve("c") }, { linq.chats.markAsRead("c") })) {
                val error = assertFailsWith<LinqException.Decode> { call() }
                assertContains(error.message.orEmpty(), "text/html")
                assertContains(error.message.orEmpty(), server.baseUrl)
            }
        }
    }

    @Test
    fun `update of a deleted message returns null`() = runTest {
        RecordingServer { RecordingServer.Response(204) }.use { server ->
            val linq = Linq("any-key", server.baseUrl)
            assertNull(linq.messages.update("m1", "Hi"))
            assertFailsWith<LinqException.Decode> { linq.messages.retrieve("m1") }
        }
    }

    @Test
    fun `strict responses`() = runTest {
        val strict = ClientConfig(strictResponses = true)
        for (body in listOf("""{"id": "m1"}""", """{"id": "m1", "chat_id": 5}""")) {
            RecordingServer { RecordingServer.Response(200, body) }.use { server ->
                assertFailsWith<LinqException.Decode> {
                    Linq("any-key", server.baseUrl, config = strict).messages.retrieve("m1")
                }
            }
        }
        val documented = Vectors.read("responses/messages.retrieve").toString()
        RecordingServer { RecordingServer.Response(200, documented) }.use { server ->
            Linq("any-key", server.baseUrl, config = strict).messages.retrieve("m1")
        }
    }

    @Test
    fun `offset counts skipped items`() = runTest {
        val pages = mapOf(
            null to """{"data": [{"id": "p1"}, {"amount": 5}], "has_more": true}""",
            "2" to """{"data": [{"amount": 5}]}""",
            "3" to """{"data": [{"id": "p2"}]}""",
            "4" to """{"data": []}""",
        )
        val offset = Regex("offset=(\\d+)")
        RecordingServer { RecordingServer.Response(200, pages.getValue(offset.find(it.target)?.groupValues?.get(1))) }.use { server ->
            val all = Linq("any-key", server.baseUrl).paymentRequests.listAll().toList()
            assertEquals(listOf("p1", "p2"), all.map { it.id })
            assertEquals(pages.size, server.received.size)
        }
    }

    @Test
    fun `malformed event of a known type has that type`() {
        val event = deliver(
            "message.received",
            """{"chat": {"id": 5}, "sender_handle": {"handle": "+15551234567", "is_me": "no"}, "direction": "inbound",
                "sent_at": "5ecret", "parts": [{"type": "text", "value": "Hi"}, {"type": "text", "value": {}}, 5]}""",
        )
        assertIs<EventData.MessageReceived>(event.data)
        assertEquals("Hi", event.message?.text)
        assertEquals("+15551234567", event.message?.senderHandle)
        assertNull(event.chatId)
        assertTrue(event.isInbound)
        val paths = setOf("data.chat.id", "data.sender_handle.is_me", "data.sent_at", "data.parts[1].value", "data.parts[2]")
        assertEquals(paths, event.warnings.map { it.path }.toSet())
        assertFalse("5ecret" in "${event.warnings}", "${event.warnings}")
    }

    @Test
    fun `alternative field names are read`() {
        val reaction = deliver("reaction.added", """{"sender_handle": {"handle": "+15551234567"}, "message_id": "m1"}""")
        val payload = assertIs<EventData.ReactionAdded>(reaction.data).payload
        assertEquals("+15551234567", payload.fromHandle?.handle)
        val failed = deliver("message.failed", """{"id": "m1", "error": {"code": 4005, "message": "no"}}""")
        assertEquals(4005, assertIs<EventData.MessageFailed>(failed.data).payload.code)
    }

    @Test
    fun `payload that is not an object is Other with a problem`() {
        for (data in listOf("5", "null", "[]", "\"5ecret\"")) {
            val event = deliver("message.received", data)
            val other = assertIs<EventData.Other>(event.data, data)
            assertNotNull(other.problem, data)
            assertFalse("5ecret" in "$event", "$event")
        }
        val unknown = assertIs<EventData.Other>(deliver("mood.changed", """{"mood": "sunny"}""").data)
        assertNull(unknown.problem)
        assertContains(unknown.json.toString(), "sunny")
    }

    @Test
    fun `mayAutoReply excludes echoes and recovered messages`() {
        val sender = """"sender_handle": {"handle": "+15551234567"}, "parts": [{"type": "text", "value": "Hi"}]"""
        assertFalse(deliver("message.received", """{"direction": "outbound", $sender}""").mayAutoReply)
        assertFalse(deliver("message.received", "{$sender}").mayAutoReply)
        val recovered = """{"direction": "inbound", "reconciled_at": "2026-01-01T00:00:00Z", $sender}"""
        assertTrue(deliver("message.received", recovered).isInbound)
        assertFalse(deliver("message.received", recovered).mayAutoReply)
        assertTrue(deliver("message.received", """{"direction": "inbound", $sender}""").mayAutoReply)
    }

    private suspend fun <T> read(body: String, call: suspend Linq.(CallOptions) -> T): Pair<T, HttpResponse> {
        var response: HttpResponse? = null
        return RecordingServer { RecordingServer.Response(200, body) }.use { server ->
            val value = Linq("any-key", server.baseUrl).call(CallOptions(onResponse = { response = it }))
            Pair(value, assertNotNull(response)).also { (_, raw) -> assertEquals(body, raw.text()) }
        }
    }

    private fun deliver(type: String, data: String): WebhookEvent {
        val body = """{"event_id": "e1", "event_type": "$type", "data": $data}""".encodeToByteArray()
        return receiver.verify(WebhookReceiver.sign(secret, "msg_1", now, body), body, now)
    }
}
