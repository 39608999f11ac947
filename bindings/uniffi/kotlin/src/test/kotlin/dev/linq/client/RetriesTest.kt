package dev.linq.client

import dev.linq.client.request.MessageContent
import kotlin.random.Random
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.seconds
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.sync.Semaphore
import kotlinx.coroutines.sync.withPermit
import kotlinx.coroutines.test.runTest
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

class RetriesTest {
    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `a lost reply does not make two messages`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val chat = linq.chats.create(LINE, listOf(ANN), MessageContent("Hi")).chat
        Emulator.fault("""{"kind": "lose_reply", "method": "POST", "times": 1}""")
        linq.chats.messages.send(chat.id, MessageContent("once"))
        val sends = Emulator.requests().filter { it.text("path").endsWith("/messages") }
        assertEquals(2, sends.size, "it was tried twice")
        assertEquals(1, Emulator.texts().count { it == "once" })
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `under faults every message is delivered once or reported`(transport: HttpTransport) = runTest {
        val linq = freshLinq(transport)
        val chat = linq.chats.create(LINE, listOf(ANN), MessageContent("Hi")).chat
        Emulator.fault("""{"kind": "lose_reply", "probability": 0.3, "method": "POST"}""")
        Emulator.fault("""{"kind": "close", "probability": 0.1, "method": "POST"}""")
        val salt = Random.nextInt()
        val turns = Semaphore(20)
        val outcomes = List(200) { number ->
            async {
                turns.withPermit {
                    val words = "message $number of $salt"
                    words to runCatching { linq.chats.messages.send(chat.id, MessageContent(words)) }.exceptionOrNull()
                }
            }
        }.awaitAll()
        Emulator.healed()
        val copies = Emulator.texts().groupingBy { it }.eachCount()
        for ((words, error) in outcomes) {
            val count = copies[words] ?: 0
            when {
                error == null -> assertEquals(1, count, words)
                (error as LinqException).mayHaveTakenEffect -> assertTrue(count <= 1, "$words: $count copies")
                else -> assertEquals(0, count, "$words: $error")
            }
        }
        val delivered = outcomes.count { it.second == null }
        assertTrue(delivered > 150, "$delivered of 200 came through")
    }

    @Test
    fun `what cannot succeed costs one request`() = runTest {
        val linq = freshLinq()
        Emulator.fault("""{"kind": "status", "status": 409, "code": 2013, "path": "/v3/chats"}""")
        assertFailsWith<LinqException.Api> { linq.chats.retrieve("c") }
        assertEquals(1, Emulator.requests().size)
    }

    @Test
    fun `an overloaded server is asked again when it said so`() = runTest {
        val linq = freshLinq()
        Emulator.fault("""{"kind": "status", "status": 503, "code": 3002, "retry_after": 1, "times": 1}""")
        val start = System.nanoTime()
        assertEquals(emptyList(), linq.chats.list().items)
        assertTrue(System.nanoTime() - start >= 1_000_000_000, "it waited for a second")
        assertEquals(2, Emulator.requests().size)
    }

    @Test
    fun `a call may have fewer attempts and less time`() = runTest {
        val linq = freshLinq()
        Emulator.fault("""{"kind": "close"}""")
        val once = assertFailsWith<LinqException.Transport> { linq.chats.list(options = CallOptions(maxRetries = 0)) }
        assertEquals(1, once.attempts)
        Emulator.healed()
        Emulator.fault("""{"kind": "delay", "ms": 5000}""")
        val timeout = CallOptions(timeout = 0.2.seconds, maxRetries = 0)
        val slow = assertFailsWith<LinqException.Transport> { linq.chats.list(options = timeout) }
        assertEquals(TransportFailure.TimedOut, slow.failure)
        assertFalse(slow.mayHaveTakenEffect, "it only reads")
    }
}
