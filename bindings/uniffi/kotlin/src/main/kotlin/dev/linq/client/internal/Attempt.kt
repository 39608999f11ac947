package dev.linq.client.internal

import dev.linq.client.HttpResponse
import dev.linq.client.ProgressFailed
import dev.linq.client.TransportException
import dev.linq.client.TransportFailure
import dev.linq.client.Unreadable
import dev.linq.client.brokenBody
import java.time.Duration
import kotlin.time.toKotlinDuration
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.delay
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withTimeoutOrNull

/** What came of one attempt. */
internal sealed interface Outcome {
    class Answered(val reply: HttpResponse) : Outcome

    class Failed(val failure: TransportFailure, val reason: String, val cause: Exception?) : Outcome

    class NotRead(val cause: Throwable) : Outcome
}

/**
 * Waits, then sends, with this much time for the complete response. Any exception of the transport is a failed attempt
 * that may have taken effect, unless it is a [TransportException] that says otherwise; what the app's own `onProgress`
 * throws is thrown.
 */
internal suspend fun attempt(after: Duration, timeout: Duration, send: suspend () -> HttpResponse): Outcome {
    delay(after.toKotlinDuration())
    return try {
        withTimeoutOrNull(timeout.toKotlinDuration()) { Outcome.Answered(send()) }
            ?: Outcome.Failed(TransportFailure.TimedOut, "no complete reply within $timeout", null)
    } catch (e: Exception) {
        if (e is CancellationException) currentCoroutineContext().ensureActive()
        when (val broken = e.brokenBody()) {
            is Unreadable -> Outcome.NotRead(broken.origin)
            is ProgressFailed -> throw broken.origin
            null -> e.asFailure()
        }
    }
}

/** Without the message of an exception that is not ours, which may quote a header. */
private fun Exception.asFailure() = when (this) {
    is TransportException -> Outcome.Failed(failure, message.orEmpty(), this)
    else -> Outcome.Failed(TransportFailure.ConnectionLost, javaClass.name, this)
}
