package dev.linq.client.internal

import dev.linq.client.HttpResponse
import dev.linq.client.ProgressCallbackException
import dev.linq.client.TransportException
import dev.linq.client.TransportFailure
import dev.linq.client.SourceReadException
import dev.linq.client.uploadBodyException
import java.time.Duration
import kotlin.time.toKotlinDuration
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.delay
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withTimeoutOrNull

/** The outcome of one attempt. */
internal sealed interface Outcome {
    class Responded(val response: HttpResponse) : Outcome

    class Failed(val failure: TransportFailure, val reason: String, val cause: Exception?) : Outcome

    class SourceFailed(val cause: Throwable) : Outcome
}

/**
 * Sends a request after a delay, with a timeout for the complete response. Any exception of the transport other than a
 * [TransportException] is a failed attempt that may have taken effect; exceptions of `onProgress` are rethrown.
 */
internal suspend fun attempt(initialDelay: Duration, timeout: Duration, send: suspend () -> HttpResponse): Outcome {
    delay(initialDelay.toKotlinDuration())
    val limit = timeout.toKotlinDuration()
    return try {
        withTimeoutOrNull(limit) { Outcome.Responded(send()) }
            ?: Outcome.Failed(TransportFailure.TimedOut, "no complete response within $limit", null)
    } catch (e: Exception) {
        if (e is CancellationException) currentCoroutineContext().ensureActive()
        when (val failure = e.uploadBodyException()) {
            is SourceReadException -> Outcome.SourceFailed(failure.origin)
            is ProgressCallbackException -> throw failure.origin
            null -> e.toOutcome()
        }
    }
}

/** Omits the message of another exception, which may contain a header. */
private fun Exception.toOutcome() = when (this) {
    is TransportException -> Outcome.Failed(failure, message.orEmpty(), this)
    else -> Outcome.Failed(TransportFailure.ConnectionLost, "the transport threw ${javaClass.name}", this)
}
