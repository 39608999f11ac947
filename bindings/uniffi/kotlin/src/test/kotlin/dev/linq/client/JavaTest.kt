package dev.linq.client

import dev.linq.client.java.Adapters
import dev.linq.client.java.CallOptionsBuilder
import dev.linq.client.java.ClientConfigBuilder
import dev.linq.client.java.UploadOptionsBuilder
import dev.linq.client.model.ReactionType
import dev.linq.client.request.MessageContent
import dev.linq.client.webhook.Claim
import dev.linq.client.webhook.Deduplicated
import dev.linq.client.webhook.MemoryDedupStore
import dev.linq.client.webhook.WebhookReceiver
import java.io.File
import java.lang.reflect.Modifier
import java.time.Duration
import java.util.concurrent.CancellationException
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionException
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicInteger
import kotlin.concurrent.thread
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertIs
import kotlin.test.assertTrue
import kotlinx.coroutines.runBlocking

/** The calls for Java. `GroupChatInJava` of the examples is a program. */
class JavaTest {
    @Test
    fun `blocking call and future`() {
        val linq = freshLinq().forJava()
        val chat = linq.chats.create(LINE, listOf(ANN), MessageContent("Hi")).execute().chat
        assertEquals(chat.id, linq.chats.retrieve(chat.id).executeAsync().get(10, TimeUnit.SECONDS).id)
        assertFailsWith<LinqException.Api> { linq.chats.retrieve("unknown").execute() }
        val wrapped = assertFailsWith<CompletionException> { linq.chats.retrieve("unknown").executeAsync().join() }
        assertIs<LinqException.Api>(wrapped.cause)
    }

    @Test
    fun `options of a call`() {
        var raw: HttpResponse? = null
        val options = CallOptionsBuilder()
            .timeout(Duration.ofSeconds(10))
            .headers(mapOf("X-Team" to "a"))
            .query(mapOf("page" to "1"))
            .bodyFields("""{"mood": "sunny"}""")
            .idempotencyKey("key-1")
            .onResponse { raw = it }
            .build()
        RecordingServer { RecordingServer.Response(200, """{"message": {"id": "m1"}}""") }.use { server ->
            val linq = Linq("any-key", server.baseUrl).forJava()
            linq.chats.messages.send("c1", MessageContent("Hi")).withOptions(options).execute()
            val request = server.received.single()
            assertEquals("a", request.header("X-Team"))
            assertTrue(request.target.endsWith("?page=1"), request.target)
            assertTrue(listOf("sunny", "key-1").all { it in request.json.toString() }, "${request.json}")
        }
        assertEquals(200, raw?.status)
    }

    @Test
    fun `interrupt cancels a blocking call`() {
        RecordingServer { Thread.sleep(5000); RecordingServer.Response(200) }.use { server ->
            var result: Result<Any>? = null
            val caller = thread {
                result = runCatching { Linq("any-key", server.baseUrl).forJava().chats.list().execute() }
            }
            while (server.received.isEmpty()) Thread.sleep(10)
            caller.interrupt()
            caller.join(3000)
            assertIs<CancellationException>(result?.exceptionOrNull())
        }
    }

    @Test
    fun `items are requested page by page`() {
        val requests = AtomicInteger()
        val pages = listOf(
            """{"chats": [{"id": "a"}, {"id": "b"}], "next_cursor": "2"}""",
            """{"chats": [{"id": "c"}], "next_cursor": "3"}""",
            "{}",
        )
        RecordingServer { RecordingServer.Response(200, pages[requests.getAndIncrement()]) }.use { server ->
            val all = Linq("any-key", server.baseUrl).forJava().chats.listAll()
            assertEquals(listOf("a", "b"), all.stream().limit(2).map { it.id }.toList())
            assertEquals(1, requests.get())
            requests.set(0)
            val items = all.iterator()
            assertEquals(listOf("a", "b", "c"), List(3) { items.next().id })
            assertFailsWith<LinqException.Decode> { items.next() }
            assertFailsWith<LinqException.Decode> { items.hasNext() }
        }
        val chats = freshLinq().forJava().chats
        chats.create(LINE, listOf(ANN), MessageContent("Hi")).execute()
        val last = chats.listAll().iterator()
        while (last.hasNext()) last.next()
        assertFailsWith<NoSuchElementException> { last.next() }
    }

    @Test
    fun `adapters of Java functions`() {
        Emulator.reset()
        val inner = OkHttpTransport()
        val transport = Adapters.transport { request ->
            CompletableFuture.supplyAsync { runBlocking { inner.send(request) } }
        }
        for (tokens in listOf(
            Adapters.tokens { "any-key" },
            Adapters.tokensAsync { CompletableFuture.completedFuture("any-key") },
        )) {
            Linq(tokens, Emulator.baseUrl, transport).use { it.forJava().chats.list().execute() }
        }
        val failing = Adapters.tokens { throw IllegalStateException("signed out") }
        Linq(failing, Emulator.baseUrl).use {
            assertFailsWith<IllegalStateException> { it.forJava().chats.list().execute() }
        }
    }

    @Test
    fun `webhooks in Java`() {
        val store = MemoryDedupStore()
        assertEquals(Deduplicated.Handled, store.deduplicateBlocking("e1") {})
        assertEquals(Deduplicated.Duplicate, store.deduplicateBlocking("e1") {})
        assertFailsWith<IllegalStateException> { store.deduplicateBlocking("e2") { error("later") } }
        val claim = assertIs<Claim.First>(store.claim("e2"))
        store.release("e2", claim.token)
        assertIs<Claim.First>(store.claim("e2"))
        WebhookReceiver(listOf("whsec_c2VjcmV0IG9mIHRoZSBleGFtcGxl"), Duration.ofMinutes(1)).close()
    }

    @Test
    fun `builders have every option`() {
        for ((options, builder) in listOf(
            CallOptions::class.java to CallOptionsBuilder::class.java,
            ClientConfig::class.java to ClientConfigBuilder::class.java,
            UploadOptions::class.java to UploadOptionsBuilder::class.java,
        )) {
            val fields = options.declaredFields.filterNot { Modifier.isStatic(it.modifiers) }.map { it.name }
            val setters = builder.declaredMethods.filter { it.returnType == builder }.map { it.name }
            assertEquals(fields.sorted(), setters.distinct().sorted(), options.name)
        }
        val config = ClientConfigBuilder().timeout(Duration.ofSeconds(5)).maxRetries(1).rateLimits(RateLimits(60)).build()
        assertEquals("5s, 1, 60, 500", with(config) { "$timeout, $maxRetries, ${rateLimits?.messagesPerLine}, $retryQuota" })
    }

    @Test
    fun `only durations have mangled names`() {
        val classes = File("target/classes/dev/linq/client")
        val mangled = classes.walk().filter { it.extension == "class" }
            .map { it.relativeTo(classes.resolve("../../..").normalize()).invariantSeparatorsPath }
            .filterNot { "/ffi/" in it || "/internal/" in it }
            .map { Class.forName(it.removeSuffix(".class").replace('/', '.')) }
            .filter { Modifier.isPublic(it.modifiers) && !it.isAnonymousClass }
            .flatMap { type -> type.declaredMethods.toList() }
            .filter { Modifier.isPublic(it.modifiers) && !it.isSynthetic && '-' in it.name && '$' !in it.name }
            .toList()
        val others = mangled.filterNot { method ->
            (method.parameterTypes.toList() + method.returnType).any { it.name == "kotlin.time.Duration" } ||
                method.name.matches(Regex("(get(Timeout|Deadline|RetryAfter|Wait|Delay|Duration|RetryDelay|Window)|component\\d+|copy)-.*"))
        }
        assertEquals(emptyList(), others.map { it.toString() })
        assertEquals("love", ReactionType.Love.value)
    }
}
