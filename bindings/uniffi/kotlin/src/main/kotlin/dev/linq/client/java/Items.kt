package dev.linq.client.java

import dev.linq.client.CallOptions
import java.util.stream.Stream
import java.util.stream.StreamSupport
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.channels.ChannelResult
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.launch

/**
 * All items of a list, for Java. Pages are requested lazily, as the items are read, on the reading thread's behalf;
 * each iterator and each stream starts at the first page.
 */
public class Items<T> private constructor(
    private val options: CallOptions,
    private val items: (CallOptions) -> Flow<T>,
) : Iterable<T> {
    internal constructor(items: (CallOptions) -> Flow<T>) : this(CallOptions(), items)

    /** Returns the list with these options for the call of each page. */
    public fun withOptions(options: CallOptions): Items<T> = Items(options, items)

    /** Returns an iterator, which throws a [dev.linq.client.LinqException] if a call fails. */
    override fun iterator(): Iterator<T> = FlowIterator(items(options))

    /** Returns a sequential stream, which throws a [dev.linq.client.LinqException] if a call fails. */
    public fun stream(): Stream<T> = StreamSupport.stream(spliterator(), false)
}

/** Collects a flow one item at a time: after an item, the flow continues when the next one is asked for. */
private class FlowIterator<T>(private val flow: Flow<T>) : Iterator<T> {
    private val demand = Channel<Unit>(Channel.CONFLATED)
    private val items = Channel<T>()
    private var next: ChannelResult<T>? = null
    private var isStarted = false

    override fun hasNext(): Boolean {
        val found = next ?: blocking { request() }.also { next = it }
        found.exceptionOrNull()?.let { throw it }
        return found.isSuccess
    }

    override fun next(): T {
        if (!hasNext()) throw NoSuchElementException()
        return checkNotNull(next).getOrThrow().also { next = null }
    }

    private suspend fun request(): ChannelResult<T> {
        if (!isStarted) {
            isStarted = true
            CoroutineScope(Dispatchers.Default).launch { collect() }
        } else {
            demand.send(Unit)
        }
        return items.receiveCatching()
    }

    private suspend fun collect() {
        val failure = runCatching {
            flow.collect {
                items.send(it)
                demand.receive()
            }
        }
        items.close(failure.exceptionOrNull())
    }
}
