package dev.linq.client.site

import dev.linq.client.ANN
import dev.linq.client.BOB
import dev.linq.client.ClientConfig
import dev.linq.client.Emulator
import dev.linq.client.GUEST
import dev.linq.client.LINE
import dev.linq.client.Linq
import dev.linq.client.LinqException
import dev.linq.client.freshLinq
import dev.linq.client.model.MediaPart
import dev.linq.client.site.agents.reply
import dev.linq.client.site.bulk.Journal
import dev.linq.client.site.bulk.enqueue
import dev.linq.client.site.bulk.invite
import dev.linq.client.site.bulk.sendStored
import dev.linq.client.site.bulk.sixtyAMinute
import dev.linq.client.site.bulk.tell
import dev.linq.client.site.errors.send
import dev.linq.client.site.errors.sendSoon
import dev.linq.client.site.exactlyonce.notify
import dev.linq.client.site.exactlyonce.sendReliably
import dev.linq.client.site.files.save
import dev.linq.client.site.files.sendPhoto
import dev.linq.client.site.firstmessage.appClient
import dev.linq.client.site.firstmessage.congratulate
import dev.linq.client.site.firstmessage.greet
import dev.linq.client.site.firstmessage.serverClient
import dev.linq.client.site.firstmessage.show
import dev.linq.client.site.groups.askForLunch
import dev.linq.client.site.groups.leave
import dev.linq.client.site.groups.replace
import dev.linq.client.site.groups.startGroup
import dev.linq.client.site.metrics.Metrics
import dev.linq.client.site.receiving.Hook
import dev.linq.client.site.receiving.subscribe
import dev.linq.client.site.testing.testWithTheEmulator
import dev.linq.client.site.testing.testWithoutANetwork
import dev.linq.client.text
import dev.linq.client.webhook.MemoryDedupStore
import dev.linq.client.webhook.WebhookReceiver
import java.io.File
import java.time.Instant
import java.util.concurrent.CopyOnWriteArrayList
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertTrue
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.io.TempDir

/** The samples of the documentation site, in `docs/samples`, run against the emulator. */
class SiteTest {
    @TempDir
    lateinit var folder: File

    @Test
    fun `first message`() = runTest {
        val linq = freshLinq()
        val chat = greet(linq, LINE, ANN)
        congratulate(linq, chat, "Ann")
        show(linq, chat)
        assertEquals(listOf("Welcome! 👋", "Happy birthday, Ann 🎂"), Emulator.texts())
        serverClient().close() // the test's environment has the variables
        appClient("https://backend.example.com/linq") { "token" }.close()
    }

    @Test
    fun groups() = runTest {
        val linq = freshLinq()
        val group = startGroup(linq, LINE, listOf(ANN, BOB, "+15550001111"))
        replace(linq, group, BOB, GUEST)
        assertTrue(askForLunch(linq, group).isNotEmpty())
        assertEquals("Project Team", linq.chats.retrieve(group).displayName)
        leave(linq, group)
    }

    @Test
    fun receiving() = runTest {
        val secret = checkNotNull(subscribe(freshLinq(), "https://example.com/linq")).value
        val hook = Hook(secret)
        val data = """{"handle": "$GUEST"}"""
        val (headers, body) = delivery(secret, "e1", "participant.added", data)
        assertEquals(204, hook.receive(headers, body))
        assertEquals(204, hook.receive(headers, body))
        assertEquals(401, hook.receive(headers, body + 32))
    }

    @Test
    fun files() = runTest {
        val linq = freshLinq()
        val chat = greet(linq, LINE, ANN)
        val photo = folder.resolve("cake.jpg").apply { writeBytes(ByteArray(100_000)) }
        sendPhoto(linq, photo, listOf(chat, chat))
        val copy = folder.resolve("copy.jpg")
        save(linq, MediaPart(id = Emulator.attachments().single().text("id")), copy)
        assertEquals(100_000, copy.length())
    }

    @Test
    fun errors() = runTest {
        val linq = freshLinq()
        val chat = greet(linq, LINE, ANN)
        assertEquals("Sent.", send(linq, chat, "Hi"))
        assertTrue(send(linq, chat, "").startsWith("Please correct message.parts[0].value"))
        sendSoon(linq, chat, "Now")
        for ((code, expected) in listOf(2013 to "You have left this chat.", 2015 to "It was not sent.")) {
            Emulator.fault("""{"kind": "status", "status": 409, "code": $code, "times": 1}""")
            assertEquals(expected, send(linq, chat, "Hi"))
        }
        Emulator.fault("""{"kind": "drop_response"}""")
        assertEquals("No response: it may or may not have been sent.", send(linq, chat, "Hi"))
        Emulator.clearFaults()
    }

    @Test
    fun `exactly once`() = runTest {
        val linq = freshLinq()
        val chat = greet(linq, LINE, ANN)
        repeat(2) { notify(linq, chat, 17) }
        Emulator.fault("""{"kind": "drop_response", "times": 3}""")
        sendReliably(linq, chat, "Once")
        assertEquals(listOf("Welcome! 👋", "Your order has been shipped.", "Once"), Emulator.texts())
    }

    @Test
    fun bulk() = runTest {
        val linq = freshLinq()
        val journal = Journal(folder.resolve("journal.jsonl"))
        for ((handle, key) in listOf(ANN to "a", BOB to "b", ANN to "a")) enqueue(journal, handle, "Sale!", key)
        // The first run sends one message, and dies before it has stored the outcome.
        Emulator.fault("""{"kind": "drop_response", "method": "POST", "path": "/v3/messages", "times": 3}""")
        assertTrue(assertFailsWith<LinqException> { sendStored(journal, linq) }.mayHaveTakenEffect)
        repeat(2) { sendStored(journal, linq) }
        assertEquals(2, journal.entries().count { it.messageId != null })
        assertEquals(listOf("Sale!", "Sale!"), Emulator.texts())

        Linq("any-key", Emulator.baseUrl, config = sixtyAMinute).use { invite(it, LINE, listOf(GUEST)) }
        val chat = greet(linq, LINE, ANN)
        val story = "Cake! ".repeat(2_000)
        tell(linq, chat, story)
        assertEquals(story, Emulator.texts().drop(5).joinToString(""))
    }

    @Test
    fun agents() = runTest {
        val linq = freshLinq()
        val chat = greet(linq, LINE, ANN)
        val store = MemoryDedupStore()
        for ((id, text) in listOf("e1" to "Hi", "e1" to "Hi", "e2" to "STOP")) {
            val data = """{"id": "m1", "direction": "inbound", "chat": {"id": "$chat"},
                "parts": [{"type": "text", "value": "$text"}]}"""
            val (headers, body) = delivery(SECRET, id, "message.received", data)
            reply(linq, store, WebhookReceiver(SECRET).verify(headers, body)) { "$it?" }
        }
        assertEquals(listOf("Welcome! 👋", "Hi?"), Emulator.texts())
    }

    @Test
    fun testing() = runTest {
        Emulator.reset()
        testWithoutANetwork()
        testWithTheEmulator(Emulator.baseUrl)
    }

    @Test
    fun metrics() = runTest {
        val reports = CopyOnWriteArrayList<String>()
        val linq = freshLinq(config = ClientConfig(observer = Metrics(reports::add)))
        Emulator.fault("""{"kind": "status", "status": 503, "code": 3006, "times": 1}""")
        linq.phoneNumbers.list()
        assertEquals(listOf("503,", "200,"), reports.map { it.split(" ")[1] })
    }

    private fun delivery(secret: String, id: String, type: String, data: String): Pair<Map<String, String>, ByteArray> {
        val body = """{"event_id": "$id", "event_type": "$type", "data": $data}""".encodeToByteArray()
        val headers = WebhookReceiver.sign(secret, id, Instant.now(), body).associate { it.name to it.value }
        return headers to body
    }

    private companion object {
        const val SECRET = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"
    }
}
