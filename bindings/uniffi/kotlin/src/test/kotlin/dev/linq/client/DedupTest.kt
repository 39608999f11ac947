package dev.linq.client

import dev.linq.client.webhook.Claim
import dev.linq.client.webhook.Deduplicated
import dev.linq.client.webhook.MemoryDedupStore
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertIs
import kotlin.test.fail
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch
import kotlinx.coroutines.test.runTest

class DedupTest {
    @Test
    fun `failed event is handled on redelivery`() = runTest {
        val store = MemoryDedupStore()
        assertFailsWith<IllegalStateException> {
            store.deduplicate("e1") {
                assertEquals(Deduplicated.Running, store.deduplicate("e1") { fail("it is running") })
                error("handler failed")
            }
        }
        var handled = 0
        assertEquals(Deduplicated.Handled, store.deduplicate("e1") { handled++ })
        assertEquals(Deduplicated.Duplicate, store.deduplicate("e1") { handled++ })
        assertEquals(1, handled)
    }

    @Test
    fun `cancelled handler releases its claim`() = runTest {
        val store = MemoryDedupStore()
        val started = CompletableDeferred<Unit>()
        val first = launch {
            store.deduplicate("e1") {
                started.complete(Unit)
                awaitCancellation()
            }
        }
        started.await()
        assertEquals(Claim.Running, store.claim("e1"))
        first.cancelAndJoin()
        assertEquals(Deduplicated.Handled, store.deduplicate("e1") {})
    }

    @Test
    fun `release with a stale token is ignored`() {
        val store = MemoryDedupStore(capacity = 1)
        val evicted = assertIs<Claim.First>(store.claim("e1"))
        assertIs<Claim.First>(store.claim("e2")) // evicts e1
        val new = assertIs<Claim.First>(store.claim("e1"))
        store.release("e1", evicted.token)
        assertEquals(Claim.Running, store.claim("e1"))
        store.finish("e1") // by the worker whose claim was evicted
        store.release("e1", new.token)
        assertEquals(Claim.Done, store.claim("e1"))
    }

    @Test
    fun `capacity must be positive`() {
        for (capacity in listOf(0, -1)) {
            assertEquals("capacity", assertFailsWith<LinqException.InvalidArgument> { MemoryDedupStore(capacity) }.path)
        }
    }
}
