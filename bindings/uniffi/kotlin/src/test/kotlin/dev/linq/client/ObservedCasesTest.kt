package dev.linq.client

import dev.linq.client.model.DeliveryStatus
import dev.linq.client.model.EventType
import dev.linq.client.model.IMessageAppPart
import dev.linq.client.model.LineStatus
import dev.linq.client.model.MediaPart
import dev.linq.client.request.MessageContent
import dev.linq.client.webhook.EventData
import dev.linq.client.webhook.MessageView
import dev.linq.client.webhook.WebhookEvent
import dev.linq.client.webhook.WebhookReceiver
import java.time.Instant
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlinx.coroutines.test.runTest

/** Observed responses and events, with the outcomes of `tests/vectors/cases/README.md`. */
class ObservedCasesTest {
    private val secret = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"
    private val receiver = WebhookReceiver(secret)
    private val now = Instant.parse("2026-11-21T12:00:00Z")

    private val cases: Map<String, suspend (name: String) -> Unit> = mapOf(
        "event.message.received.no-health" to {
            val message = message(it)
            assertEquals("Good morning", message.text)
            assertEquals("+15550109876", message.senderHandle)
            assertEquals("68698e2e-50db-527f-83f0-596dda9251f6", message.chatId)
            assertNull(message.healthStatus)
        },
        "event.message.received.full" to {
            val message = message(it)
            assertEquals("hi", message.text)
            assertEquals("healthy", message.healthStatus?.status?.value)
            assertEquals(793_119_775, delivered(it).createdAt?.nano)
        },
        "event.message.received.minimal-handle" to {
            val message = message(it)
            assertEquals("Hello", message.text)
            assertEquals("+15551234567", message.sender?.handle)
            assertNull(message.sender?.id)
            assertNull(message.sender?.joinedAt)
            assertEquals("81b9b74c-e16d-531c-92e2-a5fd2d6583c8", message.chatId)
            assertNull(message.sentAt)
        },
        "event.message.received.parts-null" to {
            val message = message(it)
            assertEquals(emptyList(), message.parts)
            assertEquals("", message.text)
        },
        "event.message.received.card-without-layout" to {
            val card = assertIs<IMessageAppPart>(message(it).parts.single())
            assertEquals("Puzzle Box", card.app.name)
            assertNull(card.layout.caption)
        },
        "event.chat.created.no-health" to {
            val event = delivered(it)
            val chat = assertIs<EventData.ChatCreated>(event.data).payload
            assertEquals(listOf("+15550111234", "+15550119876"), chat.handles.map { handle -> handle.handle })
            assertEquals("911fdc14-3d3a-57ff-995e-9e425bfc0c2a", event.chatId)
        },
        "event.phone_number.status_updated.no-reputation" to {
            val change = assertIs<EventData.PhoneNumberStatusUpdated>(delivered(it).data).payload
            assertEquals(LineStatus("ACTIVE"), change.previousStatus)
            assertEquals(LineStatus("FLAGGED"), change.newStatus)
        },
        "response.messages.list.deleted-attachment" to { name ->
            RecordingServer { RecordingServer.Response(200, body(name)) }.use { server ->
                val page = Linq("any-key", server.baseUrl).chats.messages.list("c")
                assertEquals(3, page.items.size)
                assertEquals("see the picture", page.items.first().text)
                val (photo, deleted) = page.items.drop(1).map { assertIs<MediaPart>(it.parts?.single()) }
                assertEquals("photo.jpg", photo.filename)
                assertNull(photo.id)
                assertEquals(MediaPart(), deleted)
                assertNull(page.nextCursor)
            }
        },
        "response.messages.send.few-fields" to { name ->
            RecordingServer { RecordingServer.Response(202, body(name)) }.use { server ->
                val sent = Linq("any-key", server.baseUrl).chats.messages.send("c", MessageContent("Hi")).message
                assertEquals("46ca891a-06dd-52b8-8b39-d6614b829fa0", sent.id)
                assertEquals(DeliveryStatus.Pending, sent.deliveryStatus)
            }
        },
        "response.webhook_subscriptions.create.no-times" to { name ->
            RecordingServer { RecordingServer.Response(201, body(name)) }.use { server ->
                val subscriptions = Linq("any-key", server.baseUrl).webhookSubscriptions
                val hook = subscriptions.create(listOf(EventType.MessageReceived), "https://agent.example.com/hook")
                assertEquals("whsec_c2VjcmV0LWZvci10ZXN0cw==", hook.signingSecret?.value)
                assertFalse("c2VjcmV0LWZvci10ZXN0cw" in "$hook", "$hook")
            }
        },
        "error.413.5001" to { name ->
            RecordingServer { RecordingServer.Response(413, body(name)) }.use { server ->
                val chats = Linq("any-key", server.baseUrl).chats
                val error = assertFailsWith<LinqException.Api> { chats.sendVoiceMemo("c", attachmentId = ATTACHMENT) }
                assertEquals(413, error.status)
                assertEquals(5001, error.code)
                assertEquals(1, server.received.size)
            }
        },
        "error.400.2011" to { name ->
            RecordingServer { RecordingServer.Response(400, body(name)) }.use { server ->
                val requests = Linq("any-key", server.baseUrl).paymentRequests
                val error = assertFailsWith<LinqException.Api> { requests.create(amount = 50, currency = "usd") }
                assertEquals(400, error.status)
                assertEquals(2011, error.code)
                assertEquals(1, server.received.size)
            }
        },
    )

    @Test
    fun `observed cases`() = runTest {
        assertEquals(Vectors.names("cases") - "README.md", cases.keys)
        for ((name, check) in cases) check(name)
    }

    private fun delivered(name: String): WebhookEvent {
        val body = body(name).encodeToByteArray()
        return receiver.verify(WebhookReceiver.sign(secret, "msg_1", now, body), body, now)
    }

    private fun message(name: String): MessageView {
        val event = delivered(name)
        assertIs<EventData.MessageReceived>(event.data, name)
        assertTrue(event.isInbound, name)
        assertTrue(event.mayAutoReply, name)
        assertEquals(emptyList(), event.warnings, name)
        return assertNotNull(event.message, name)
    }

    private fun body(name: String) = Vectors.read("cases/$name").toString()
}
