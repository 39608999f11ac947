package dev.linq.client.java

import dev.linq.client.CallOptions
import java.util.concurrent.CancellationException
import java.util.concurrent.CompletableFuture
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.future.future
import kotlinx.coroutines.runBlocking

/** A call from Java. Nothing is sent until it is executed, and each execution is a call of its own. */
public open class Call<T> internal constructor(private val send: suspend () -> T) {
    /**
     * Executes the call, and blocks the thread until its end.
     *
     * @throws dev.linq.client.LinqException if the call fails.
     * @throws CancellationException if the thread is interrupted; the call is then cancelled, and the thread remains
     *     interrupted.
     */
    public fun execute(): T = blocking(send)

    /**
     * Executes the call, and returns at once. The future fails with the [dev.linq.client.LinqException] of the call,
     * which `join` wraps in a `CompletionException`, and `get` in an `ExecutionException`. Cancelling the future
     * cancels the call.
     */
    public fun executeAsync(): CompletableFuture<T> = scope.future { send() }

    private companion object {
        val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
    }
}

/** A call of an operation. */
public class OperationCall<T> private constructor(
    options: CallOptions,
    private val send: suspend (CallOptions) -> T,
) : Call<T>({ send(options) }) {
    internal constructor(send: suspend (CallOptions) -> T) : this(CallOptions(), send)

    /** Returns the call with these options. */
    public fun withOptions(options: CallOptions): OperationCall<T> = OperationCall(options, send)
}

/** Runs work on this thread, which waits for it. An interrupt cancels it. */
internal fun <T> blocking(work: suspend () -> T): T = try {
    runBlocking { work() }
} catch (_: InterruptedException) {
    Thread.currentThread().interrupt()
    throw CancellationException("the thread was interrupted")
}
