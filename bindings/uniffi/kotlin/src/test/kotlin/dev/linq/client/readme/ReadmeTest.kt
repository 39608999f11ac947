package dev.linq.client.readme

import dev.linq.client.ANN
import dev.linq.client.ClientConfig
import dev.linq.client.Emulator
import dev.linq.client.LINE
import dev.linq.client.freshLinq
import dev.linq.client.model.MediaPart
import dev.linq.client.request.MessageContent
import dev.linq.client.text
import dev.linq.client.webhook.Claim
import dev.linq.client.webhook.MemoryDedupStore
import dev.linq.client.webhook.WebhookReceiver
import java.io.File
import java.time.Instant
import java.util.concurrent.CopyOnWriteArrayList
import kotlin.test.Test
import kotlin.test.assertContains
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.api.io.TempDir

class ReadmeTest {
    private val readme = File("README.md").readText()

    @TempDir
    lateinit var folder: File

    @Test
    fun `README samples are compiled verbatim`() {
        val samples = Regex("```kotlin\n(.*?)```", RegexOption.DOT_MATCHES_ALL).findAll(readme)
            .map { it.groupValues[1] }.toList()
        assertEquals(7, samples.size)
        val compiled = File("src/test/kotlin/dev/linq/client/readme/Samples.kt").readText()
        for (sample in samples) {
            val (imports, code) = sample.lines().partition { it.startsWith("import ") }
            imports.forEach { assertContains(compiled, "$it\n") }
            assertContains(compiled, "\n${code.joinToString("\n").trim()}\n")
        }
    }

    @Test
    fun `README sample in Java is of the example`() {
        val example = File("examples/src/dev/linq/client/example/GroupChatInJava.java").readLines().map { it.trim() }
        val sample = readme.substringAfter("```java\n").substringBefore("```").trim().lines().map { it.trim() }
        assertEquals(emptyList(), sample - example.toSet())
    }

    @Test
    fun `README samples run`() = runTest {
        val reports = CopyOnWriteArrayList<String>()
        val linq = freshLinq(config = ClientConfig(observer = Metrics(reports::add)))
        val group = newGroup(linq)
        assertTrue(reports.first().startsWith("chats.create: 201 after "), reports.first())
        assertEquals("Project Team", linq.chats.retrieve(group).displayName)
        celebrate(linq, group, folder.resolve("cat.jpg").apply { writeBytes(ByteArray(1000)) })
        assertTrue("Look" in Emulator.texts())
        val uploaded = Emulator.attachments().single()
        assertEquals(1000, save(linq, MediaPart(id = uploaded.text("id")), folder))
        assertEquals("sent", ask(linq, group))
        linq.chats.leave(group)
        assertContains(ask(linq, group), "not sent: ")
        pacedLinq("any-key", Emulator.baseUrl).use { tell(it, LINE, listOf("+15550001111"), "Cake! ".repeat(2_000)) }
        assertEquals(2, Emulator.texts().count { it.startsWith("Cake! ") })
        linqFor { error("no token is fetched yet") }.use { assertEquals("https://backend.example.com/linq", it.baseUrl) }
    }

    @Test
    fun `README webhook receiver`() = runTest {
        val secret = "whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"
        val body = """{"event_id": "e1", "event_type": "message.unheard_of", "data": {}}""".encodeToByteArray()
        val headers = WebhookReceiver.sign(secret, "msg_1", Instant.now(), body).associate { it.name to it.value }
        val receiver = WebhookReceiver(secret)
        val store = MemoryDedupStore()
        assertEquals(200, receive(receiver, store, headers, body))
        assertEquals(Claim.Done, store.claim("e1"))
        assertEquals(200, receive(receiver, store, headers, body))
        assertEquals(401, receive(receiver, store, headers, "else".encodeToByteArray()))
    }

    @Test
    fun `README dependencies are those of the package`() {
        val pom = File("pom.xml").readText()
        val named = Regex("implementation\\(\"([^:\"]+):([^:\"]+):([^@\"]+)").findAll(readme).toList()
        assertEquals(4, named.size)
        for (dependency in named) {
            val (group, artifact, version) = dependency.destructured
            val pattern = "<groupId>${Regex.escape(group)}</groupId>\\s*<artifactId>${Regex.escape(artifact)}</artifactId>" +
                "\\s*<version>\\$\\{(.*?)\\}</version>"
            val property = Regex(pattern).find(pom)?.groupValues?.get(1)
            assertContains(pom, "<$property>$version</$property>", message = artifact)
        }
    }
}
