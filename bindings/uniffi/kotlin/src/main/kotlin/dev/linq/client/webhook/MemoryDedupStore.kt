package dev.linq.client.webhook

import dev.linq.client.internal.checked
import dev.linq.client.internal.native

/**
 * An in-memory store of claims on events, which deduplicates the deliveries of one process.
 *
 * @param capacity Maximum number of events, 10,000 by default. The oldest is evicted first. It should be at least the
 *     number of events in 30 minutes, the period in which Linq retries a delivery.
 * @throws dev.linq.client.LinqException.InvalidArgument if the capacity is not positive.
 */
public class MemoryDedupStore @JvmOverloads constructor(capacity: Int? = null) : AutoCloseable {
    private val store = native { dev.linq.client.ffi.MemoryDedupStore(checked("capacity", capacity)) }

    /**
     * Handles an event unless it has been handled, or is being handled.
     *
     * If [handler] throws, also on cancellation, the claim is released, so that the next delivery is handled: respond
     * with a 5xx status, and Linq redelivers the event.
     */
    public suspend fun deduplicate(eventId: String, handler: suspend () -> Unit): Deduplicated =
        handleOnce(eventId) { handler() }

    /** Handles an event unless it has been handled, or is being handled, as [deduplicate] does; for Java. */
    public fun deduplicateBlocking(eventId: String, handler: Runnable): Deduplicated =
        handleOnce(eventId) { handler.run() }

    private inline fun handleOnce(eventId: String, handler: () -> Unit): Deduplicated {
        val token = when (val claim = claim(eventId)) {
            is Claim.First -> claim.token
            Claim.Running -> return Deduplicated.Running
            Claim.Done -> return Deduplicated.Duplicate
        }
        try {
            handler()
        } catch (e: Throwable) {
            release(eventId, token)
            throw e
        }
        finish(eventId)
        return Deduplicated.Handled
    }

    /** Claims an event, or returns the state of the claim on it. Of concurrent callers, exactly one is the first. */
    public fun claim(eventId: String): Claim =
        when (val claim = native { store.claim(checked("eventId", eventId)) }) {
            is dev.linq.client.ffi.Claim.First -> Claim.First(claim.token.toLong())
            dev.linq.client.ffi.Claim.Running -> Claim.Running
            dev.linq.client.ffi.Claim.Done -> Claim.Done
        }

    /** Marks an event as handled, regardless of the claim's token. */
    public fun finish(eventId: String) {
        native { store.finish(checked("eventId", eventId)) }
    }

    /**
     * Releases the claim with this token, so that the next delivery is handled. Does nothing if the event is done, or
     * claimed under another token.
     */
    public fun release(eventId: String, token: Long) {
        native { store.release(checked("eventId", eventId), token.toULong()) }
    }

    /** Releases native memory. */
    override fun close() {
        store.close()
    }

    override fun toString(): String = "MemoryDedupStore"
}

/** The state of an event at the time of a claim. */
public sealed interface Claim {
    /** It was unclaimed, and is now claimed by the caller, under this [token]. */
    public data class First(public val token: Long) : Claim

    /** Another delivery of it is being handled, and may still fail. */
    public data object Running : Claim

    /** It has been handled. */
    public data object Done : Claim
}

/** The outcome of [MemoryDedupStore.deduplicate]. */
public enum class Deduplicated {
    /** The event has been handled now: respond with a 2xx status. */
    Handled,

    /** The event had been handled before: respond with a 2xx status. */
    Duplicate,

    /** An earlier delivery is being handled, and may still fail: respond with 503, and Linq redelivers the event. */
    Running,
}
