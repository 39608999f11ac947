package dev.linq.client

import java.util.concurrent.atomic.AtomicInteger
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.test.runTest

class TokensTest {
    private val asked = AtomicInteger()
    private val provider = CachedTokenProvider { "token-${asked.incrementAndGet()}" }

    @Test
    fun `a token is kept until it is refused and the call is made once more`() = runTest {
        val accepted = mutableSetOf("Bearer token-1")
        backend { accepted }.use { server ->
            val linq = Linq(provider, server.baseUrl)
            List(5) { async { linq.chats.list() } }.awaitAll()
            assertEquals(1, asked.get())

            accepted.clear()
            accepted += "Bearer token-2"
            linq.chats.list()
            linq.chats.list()
            assertEquals(2, asked.get())
            val sent = server.received.drop(5).map { it.header("Authorization") }
            assertEquals(listOf("Bearer token-1", "Bearer token-2", "Bearer token-2"), sent)
        }
    }

    @Test
    fun `a fresh token that is refused too is an error`() = runTest {
        backend { emptySet() }.use { server ->
            val error = assertFailsWith<LinqException.Api> { Linq(provider, server.baseUrl).chats.list() }
            assertEquals(401, error.status)
            assertEquals(2, server.received.size)
        }
    }

    @Test
    fun `invalidating asks for another one`() = runTest {
        backend { setOf("Bearer token-1", "Bearer token-2") }.use { server ->
            val linq = Linq(provider, server.baseUrl)
            linq.chats.list()
            provider.invalidate()
            linq.chats.list()
            assertEquals(listOf("Bearer token-1", "Bearer token-2"), server.received.map { it.header("Authorization") })
        }
    }

    private fun backend(accepted: () -> Set<String>) = Recorder { request ->
        if (request.header("Authorization") in accepted()) {
            Recorder.Answer(200, """{"chats": []}""")
        } else {
            Recorder.Answer(401, """{"success": false, "error": {"status": 401, "code": 2004, "message": "no"}}""")
        }
    }
}
