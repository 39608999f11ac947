package dev.linq.client

import dev.linq.client.internal.apiJson
import dev.linq.client.webhook.WebhookReceiver
import java.time.Instant
import kotlin.test.Test
import kotlin.test.assertNotNull
import kotlin.test.assertTrue
import kotlinx.coroutines.test.runTest
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.serializer

/** Responses and events with missing, null or mistyped values are decoded as in Rust. */
class MalformedValuesTest {
    private val cases = Vectors.read("mutated").jsonArray.map { it.jsonObject }

    @Test
    fun `malformed response values are skipped`() = runTest {
        val malformed = cases.filter { "operation" in it }
        assertTrue(malformed.size > 100)
        var body = ""
        RecordingServer { RecordingServer.Response(200, body) }.use { server ->
            val calls = Calls(Linq("any-key", server.baseUrl)).all
            for (case in malformed) {
                val operation = case.text("operation")
                body = case.getValue("body").toString()
                val value = assertNotNull(calls.getValue(operation).first()(), operation)
                assertSameJson(case.getValue("reads_as"), encoded(operation, value), "$operation: $body")
            }
        }
    }

    @Test
    fun `malformed event values are skipped`() {
        val secret = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"
        val receiver = WebhookReceiver(secret)
        val now = Instant.parse("2026-11-21T12:00:00Z")
        val malformed = cases.filter { "event_type" in it }
        assertTrue(malformed.size > 100)
        for (case in malformed) {
            val body = case.getValue("body").toString()
            val bytes = body.encodeToByteArray()
            val event = receiver.verify(WebhookReceiver.sign(secret, "msg_1", now, bytes), bytes, now)
            val payload = assertNotNull(payloadOf(event.data), "${event.data}: $body")
            val written = apiJson.encodeToJsonElement(serializer(payload.javaClass), payload)
            assertSameJson(case.getValue("reads_as"), JsonObject(mapOf("data" to written)), body)
        }
    }
}
