package dev.linq.client

import dev.linq.client.internal.apiJson
import dev.linq.client.model.EventType
import dev.linq.client.model.LegacyMessageEvent
import dev.linq.client.model.MessageEventData
import dev.linq.client.webhook.EventData
import dev.linq.client.webhook.WebhookReceiver
import java.time.Instant
import java.util.Base64
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.seconds
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.int
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import kotlinx.serialization.serializer

class WebhooksTest {
    private val secret = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"
    private val receiver = WebhookReceiver(secret)
    private val now = Instant.parse("2026-11-21T12:00:00Z")

    @Test
    fun `signature vectors`() {
        val cases = vectors("signatures")
        assertTrue(cases.size > 100)
        for (case in cases) {
            val name = case.text("name")
            val receiver = WebhookReceiver(
                case.getValue("secrets").jsonArray.map { it.jsonPrimitive.content },
                case.getValue("tolerance_seconds").jsonPrimitive.long.seconds,
            )
            val headers = case.getValue("headers").jsonArray.map { pair ->
                val (key, value) = pair.jsonArray.map { it.jsonPrimitive.content }
                HttpHeader(key, value)
            }
            val body = case["body_base64"]?.let { Base64.getDecoder().decode(it.jsonPrimitive.content) }
                ?: case.text("body").encodeToByteArray()
            val at = Instant.ofEpochSecond(case.getValue("now").jsonPrimitive.long)
            val outcome = runCatching { receiver.verify(headers, body, at) }
            val error = outcome.exceptionOrNull()
            // 401 is an invalid signature; 400 is a signed body that is not an event.
            val isTrusted = (error as LinqException?)?.status != 401
            val expect = case.getValue("expect").jsonObject
            if ("error" !in expect) assertTrue(isTrusted, "$name: $error") else assertNotNull(error, name)
            outcome.onSuccess { assertEquals(expect.getValue("secret").jsonPrimitive.int, it.secretIndex, name) }
        }
    }

    @Test
    fun `event vectors`() {
        val cases = vectors("events") + vectors("event_samples")
        assertTrue(cases.size > 250)
        cases.forEach(::check)
        val typed = cases.map { it.getValue("expect").jsonObject["reads_as"]?.jsonPrimitive?.content }.toSet()
        assertEquals(68, (typed - setOf("other", null)).size)
    }

    private fun check(case: JsonObject) {
        val name = case.text("name")
        val event = case.getValue("event")
        val expect = case.getValue("expect").jsonObject
        if (expect["malformed"]?.jsonPrimitive?.content == "event_id") {
            return assertEquals("msg_1", verify(event).eventId, "$name: that of the delivery")
        }
        if ("malformed" in expect) {
            val error = assertFailsWith<LinqException.Webhook>(name) { verify(event) }
            assertEquals(400, error.status, name)
            return
        }
        val read = verify(event)
        assertSameJson(event, apiJson.parseToJsonElement(read.json), name)
        assertEquals(event.jsonObject.text("event_type"), read.eventType.value)
        val data = read.data
        if (expect.text("reads_as") == "other") {
            val problem = expect["problem"]?.jsonPrimitive?.content
            assertTrue(assertIs<EventData.Other>(data, name).problem.orEmpty().startsWith(problem.orEmpty()), "$data")
            assertEquals(problem == null, data.problem == null, name)
            return
        }
        val payload = payloadOf(data)
        assertNotNull(payload, "$name: $data")
        val warnings = expect["warnings"]?.jsonArray.orEmpty().map { it.jsonPrimitive.content }
        assertEquals(warnings, read.warnings.map { it.toString() }, name)
        val version = expect["version"]?.jsonPrimitive?.content
        if (version == "2026-02-03") assertIs<MessageEventData>(payload, name)
        if (version == "2025-01-01") assertIs<LegacyMessageEvent>(payload, name)
        if (version != null) assertNotNull(read.message, name)
        if (expect["unchanged"]?.jsonPrimitive?.boolean == true) {
            val written = apiJson.encodeToJsonElement(serializer(payload.javaClass), payload)
            assertSameJson(event.jsonObject.getValue("data"), written, name)
        }
    }

    @Test
    fun `message view of both payload versions`() {
        val old = """{"event_id": "e1", "event_type": "message.received", "webhook_version": "2025-01-01",
            "created_at": "2026-02-04T00:00:00Z", "trace_id": "t1",
            "data": {"chat_id": "c1", "from": "+15556667777", "is_from_me": false,
                     "message": {"id": "m1", "parts": [{"type": "text", "value": "Hi"}]}}}"""
        val event = verify(apiJson.parseToJsonElement(old))
        assertEquals(EventType.MessageReceived, event.eventType)
        assertEquals(Instant.parse("2026-02-04T00:00:00Z"), event.createdAt)
        assertEquals("t1", event.traceId)
        val message = assertNotNull(event.message)
        assertEquals("Hi", message.text)
        assertEquals("c1", message.chatId)
        assertEquals("+15556667777", message.senderHandle)
        assertTrue(message.isInbound)
    }

    @Test
    fun `deeply nested events`() {
        val deep = "[".repeat(100_000) + "]".repeat(100_000)
        for (type in listOf("mood.changed", "call.ended", "participant.added")) {
            val body = """{"event_id": "e1", "event_type": "$type", "data": {"deep": $deep}}"""
            val headers = WebhookReceiver.sign(secret, "m1", now, body.encodeToByteArray())
            val event = receiver.verify(headers, body.encodeToByteArray(), now)
            assertEquals(type, event.eventType.value)
            assertEquals(body, event.json)
            when (val data = event.data) {
                is EventData.Other -> assertNotNull(data.problem)
                else -> assertEquals("participant.added", type)
            }
        }
    }

    @Test
    fun `dates are read as leniently as in core`() {
        fun read(text: String) = apiJson.decodeFromString(TimestampSerializer, "\"$text\"")
        val instant = Instant.parse("2026-02-04T00:00:30Z")
        for (text in listOf("2026-02-04T05:30:30+0530", "2026-02-04 00:00:30Z", "2026-02-04t00:00:30z")) {
            assertEquals(instant, read(text), text)
        }
        assertEquals(Instant.parse("2026-12-31T23:59:59Z"), read("2026-12-31T23:59:60Z"))
        assertFailsWith<SerializationException> { read("yesterday") }
    }

    @Test
    fun `invalid secret names its index`() {
        for (secret in Vectors.read("webhooks/invalid_secrets").jsonArray.map { it.jsonPrimitive.content }) {
            val error = assertFailsWith<LinqException.InvalidArgument> { WebhookReceiver(secret) }
            assertEquals("secrets[0]", error.path)
        }
        assertFailsWith<LinqException.InvalidArgument> { WebhookReceiver(emptyList()) }
    }

    @Test
    fun `failed verification reports a secret that is not base64`() {
        val body = "{}".encodeToByteArray()
        val headers = WebhookReceiver.sign(secret, "m1", now, body)
        val error = assertFailsWith<LinqException.Webhook> {
            WebhookReceiver("whsec_5ecret!").verify(headers, body, now)
        }
        assertEquals(401, error.status)
        assertContains(error.message.orEmpty(), "not base64, so the Standard signature could not be checked")
        assertFalse("5ecret" in error.message.orEmpty())
    }

    private fun verify(event: JsonElement) = event.toString().encodeToByteArray().let { body ->
        receiver.verify(WebhookReceiver.sign(secret, "msg_1", now, body), body, now)
    }

    private fun vectors(name: String) = Vectors.read("webhooks/$name").jsonArray.map { it.jsonObject }
}

/** Returns the payload of a typed event, or null for `Other`. */
internal fun payloadOf(data: EventData): Any? =
    if (data is EventData.Other) null else data.javaClass.getMethod("getPayload").invoke(data)
