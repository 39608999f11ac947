package dev.linq.client

import dev.linq.client.internal.apiJson
import dev.linq.client.model.Message
import dev.linq.client.model.MessagePart
import dev.linq.client.model.ServiceType
import dev.linq.client.model.TextPart
import dev.linq.client.request.MessageContent
import dev.linq.client.request.OutgoingPart
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNull
import kotlinx.coroutines.test.runTest
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.put

class UnknownValuesTest {
    private val newer = """{"id": "m1", "chat_id": "c1", "created_at": "2027-01-01T00:00:00.123456789Z",
        "delivery_status": "teleported", "is_from_me": true, "updated_at": "2027-01-01T00:00:00Z", "mood": "sunny",
        "service": "RCS", "from": null,
        "parts": [{"value": "Hi", "type": "text"}, {"type": "hologram", "depth": 3, "key": "5ecret"}]}"""

    @Test
    fun `unknown values are kept`() = runTest {
        RecordingServer { RecordingServer.Response(200, newer) }.use { server ->
            var raw: HttpResponse? = null
            val message = Linq("any-key", server.baseUrl).messages.retrieve("m1", CallOptions(onResponse = { raw = it }))
            assertEquals("teleported", message.deliveryStatus?.value)
            assertEquals(ServiceType.Rcs, message.service)
            assertNull(message.from)
            assertEquals(123_456_789, message.createdAt?.nano)
            val (text, hologram) = message.parts.orEmpty()
            assertEquals("Hi", assertIs<TextPart>(text).value)
            assertEquals(JsonPrimitive(3), assertIs<MessagePart.Unknown>(hologram).json["depth"])
            assertFalse("5ecret" in message.toString(), "$message")
            assertContains(raw?.text().orEmpty(), "sunny")

            val written = apiJson.encodeToJsonElement(Message.serializer(), message).jsonObject
            val read = apiJson.parseToJsonElement(newer).jsonObject
            assertSameJson(read.getValue("parts"), written.getValue("parts"), "parts")
            assertEquals(read["created_at"], written["created_at"])
        }
    }

    @Test
    fun `lone surrogate in a response is kept`() = runTest {
        RecordingServer { RecordingServer.Response(200, newer.replace("Hi", "cake \\ud83c")) }.use { server ->
            val message = Linq("any-key", server.baseUrl).messages.retrieve("m1")
            assertEquals("cake \ud83c", assertIs<TextPart>(message.parts?.first()).value)
        }
    }

    @Test
    fun `raw request and additional options are sent`() = runTest {
        RecordingServer { RecordingServer.Response(200, "{}") }.use { server ->
            val linq = Linq("any-key", server.baseUrl)
            val response = linq.request("POST", "/v3/moods", buildJsonObject { put("mood", "sunny") }, Idempotency.Idempotent)
            assertEquals(200, response.status)
            val options = CallOptions(
                headers = mapOf("X-Extra" to "1"),
                query = mapOf("q" to "a&b"),
                bodyFields = buildJsonObject { put("new", true) },
            )
            linq.chats.leave("c1", options)
            val (moods, leave) = server.received
            assertEquals("/api/partner/v3/moods", moods.target)
            assertEquals("""{"mood":"sunny"}""", moods.json.toString())
            assertEquals("/api/partner/v3/chats/c1/leave?q=a%26b", leave.target)
            assertEquals("1", leave.header("X-Extra"))
            assertEquals("""{"new":true}""", leave.json.toString())
        }
    }

    @Test
    fun `unknown parts can be sent`() {
        val part: OutgoingPart = OutgoingPart.Unknown("hologram", buildJsonObject { put("depth", 3) })
        val json = apiJson.encodeToString(MessageContent.serializer(), MessageContent(part))
        assertEquals("""{"parts":[{"type":"hologram","depth":3}]}""", json)
    }
}
