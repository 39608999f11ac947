package dev.linq.client

import dev.linq.client.internal.VERSION
import dev.linq.client.model.EventType
import dev.linq.client.model.SupportedContentType
import java.io.File
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlinx.coroutines.test.runTest

class PrivacyTest {
    @Test
    fun `nothing that is printed shows a key or a signed address`() = runTest {
        Emulator.reset()
        val seen = mutableListOf<Any>()
        val inner = OkHttpTransport()
        val spy = HttpTransport { request ->
            seen.add(request)
            seen.addAll(request.headers)
            inner.send(request).also { seen.add(it) }
        }
        val linq = Linq("5ecret-key", Emulator.baseUrl, spy, ClientOptions(headers = mapOf("X-Own" to "5ecret-header")))
        val hook = linq.webhookSubscriptions.create(listOf(EventType.MessageSent), "https://example.com/hook")
        val created = linq.attachments.create(SupportedContentType.Png, "a.png", 10)
        seen.add(linq)
        seen.add(hook)
        seen.add(created)
        seen.add(CallOptions(headers = mapOf("X-Own" to "5ecret-header")))
        seen.add(assertFailsWith<LinqException> { linq.chats.retrieve("nobody") })
        val printed = seen.joinToString("\n")
        for (private in listOf(hook.signingSecret, created.uploadUrl, created.downloadUrl)) {
            assertFalse(private.value in printed, printed)
        }
        assertFalse("5ecret" in printed, printed)
    }

    @Test
    fun `the version is the one of the package`() = runTest {
        val pom = File("pom.xml").readText()
        val version = Regex("<version>(.*?)</version>").find(pom)?.groupValues?.get(1)
        assertEquals(version, VERSION)
        Recorder { Recorder.Answer(200, """{"chats": []}""") }.use { server ->
            Linq("any-key", server.baseUrl).chats.list()
            assertEquals("linq-kotlin/$version", server.received.single().header("User-Agent"))
        }
    }
}
