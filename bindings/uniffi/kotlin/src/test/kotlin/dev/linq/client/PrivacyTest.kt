package dev.linq.client

import dev.linq.client.internal.VERSION
import dev.linq.client.model.EventType
import dev.linq.client.model.SupportedContentType
import dev.linq.client.request.AppCard
import dev.linq.client.request.AppCardLayout
import dev.linq.client.request.AppClip
import dev.linq.client.request.ExperienceInvocation
import dev.linq.client.request.MessagesApp
import dev.linq.client.request.OutgoingInlineSticker
import dev.linq.client.request.OutgoingLink
import dev.linq.client.request.OutgoingMedia
import dev.linq.client.request.OutgoingText
import java.io.File
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNotNull
import kotlin.test.assertTrue
import kotlinx.coroutines.test.runTest
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.put

class PrivacyTest {
    @Test
    fun `keys and signed URLs are redacted`() = runTest {
        Emulator.reset()
        val seen = mutableListOf<Any>()
        val inner = OkHttpTransport()
        val spy = HttpTransport { request ->
            seen.add(request)
            seen.addAll(request.headers)
            inner.send(request).also { seen.add(it) }
        }
        val linq = Linq("5ecret-key", Emulator.baseUrl, spy, ClientConfig(headers = mapOf("X-Own" to "5ecret-header")))
        val hook = linq.webhookSubscriptions.create(listOf(EventType.MessageSent), "https://example.com/hook")
        val created = linq.attachments.create(SupportedContentType.Png, "a.png", 10)
        seen.add(linq)
        seen.add(hook)
        seen.add(created)
        seen.add(CallOptions(headers = mapOf("X-Own" to "5ecret-header")))
        seen.add(assertFailsWith<LinqException> { linq.chats.retrieve("unknown") })
        val printed = seen.joinToString("\n")
        for (secret in listOf(hook.signingSecret, created.uploadUrl, created.downloadUrl)) {
            assertFalse(assertNotNull(secret).value in printed, printed)
        }
        assertFalse("5ecret" in printed, printed)
    }

    @Test
    fun `signed URLs in requests are redacted`() {
        val secret = "https://files.example/a.png?X-Amz-Signature=5ecret"
        val parts = listOf(
            OutgoingMedia(url = secret),
            OutgoingLink(secret),
            AppClip(secret),
            OutgoingText("", inlineStickers = listOf(OutgoingInlineSticker(listOf(0, 1), url = secret))),
            AppCard(MessagesApp("b", "n", "t"), AppCardLayout(), url = secret),
            ExperienceInvocation("pay", "agent", params = buildJsonObject { put("url", secret) }),
        )
        assertFalse("5ecret" in "$parts", "$parts")
        assertTrue("url=(redacted)" in "${parts.first()}", "$parts")
        assertTrue("url=null" in "${OutgoingMedia(attachmentId = "a")}")
    }

    @Test
    fun `version and user agent`() = runTest {
        val pom = File("pom.xml").readText()
        val version = Regex("<version>(.*?)</version>").find(pom)?.groupValues?.get(1)
        assertEquals(version, VERSION)
        RecordingServer { RecordingServer.Response(200, """{"chats": []}""") }.use { server ->
            Linq("any-key", server.baseUrl).chats.list()
            assertEquals("linq-kotlin/$version", server.received.single().header("User-Agent"))
        }
    }
}
