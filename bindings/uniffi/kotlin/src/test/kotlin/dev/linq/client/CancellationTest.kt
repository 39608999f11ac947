package dev.linq.client

import java.net.InetAddress
import java.net.ServerSocket
import kotlin.concurrent.thread
import kotlin.system.measureTimeMillis
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeout
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.MethodSource

class CancellationTest {
    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `cancellation aborts the request`(transport: HttpTransport) = runBlocking {
        val received = CompletableDeferred<Unit>()
        val disconnected = CompletableDeferred<Unit>()
        ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { server ->
            thread {
                server.accept().use { connection ->
                    val input = connection.getInputStream()
                    input.read()
                    received.complete(Unit)
                    // Never responds, until the client disconnects.
                    runCatching { while (input.read() >= 0) Unit }
                    disconnected.complete(Unit)
                }
            }
            val linq = Linq("any-key", "http://127.0.0.1:${server.localPort}", transport)
            val call = async(Dispatchers.Default) { runCatching { linq.chats.list() } }
            withTimeout(10_000) { received.await() }
            val elapsed = measureTimeMillis { call.cancelAndJoin() }
            assertTrue(elapsed < 5_000, "it took $elapsed ms")
            withTimeout(10_000) { disconnected.await() }
            assertTrue(call.isCancelled)
        }
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `cancellation ends the retry delay`(transport: HttpTransport) = runBlocking {
        val linq = freshLinq(transport)
        Emulator.fault("""{"kind": "status", "status": 503, "code": 3002, "retry_after": 30}""")
        var thrown: Throwable? = null
        val call = async(Dispatchers.Default) {
            try {
                linq.chats.list()
            } catch (e: CancellationException) {
                thrown = e
                throw e
            }
        }
        withTimeout(10_000) {
            while (Emulator.requests().isEmpty()) kotlinx.coroutines.delay(10)
        }
        val elapsed = measureTimeMillis { call.cancelAndJoin() }
        assertTrue(elapsed < 5_000, "it took $elapsed ms")
        assertTrue(thrown is CancellationException, "$thrown")
        assertEquals(1, Emulator.requests().size)
    }
}
