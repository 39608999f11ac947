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
    fun `cancelling ends the request at once and the server sees it`(transport: HttpTransport) = runBlocking {
        val arrived = CompletableDeferred<Unit>()
        val hungUp = CompletableDeferred<Unit>()
        ServerSocket(0, 1, InetAddress.getLoopbackAddress()).use { server ->
            thread {
                server.accept().use { connection ->
                    val input = connection.getInputStream()
                    input.read()
                    arrived.complete(Unit)
                    // Never answers; the end comes when the client hangs up, however it does that.
                    runCatching { while (input.read() >= 0) Unit }
                    hungUp.complete(Unit)
                }
            }
            val linq = Linq("any-key", "http://127.0.0.1:${server.localPort}", transport)
            val call = async(Dispatchers.Default) { runCatching { linq.chats.list() } }
            withTimeout(10_000) { arrived.await() }
            val elapsed = measureTimeMillis { call.cancelAndJoin() }
            assertTrue(elapsed < 5_000, "it took $elapsed ms")
            withTimeout(10_000) { hungUp.await() }
            assertTrue(call.isCancelled)
        }
    }

    @ParameterizedTest
    @MethodSource("dev.linq.client.TransportsKt#transports")
    fun `a pause before another try is cancelled too`(transport: HttpTransport) = runBlocking {
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
