package dev.linq.client.internal

import dev.linq.client.DownloadBody
import dev.linq.client.DownloadProgressException
import dev.linq.client.DownloadStoppedException
import dev.linq.client.HttpResponse
import dev.linq.client.ProgressCallbackException
import dev.linq.client.TransportException
import dev.linq.client.TransportFailure
import dev.linq.client.SourceReadException
import dev.linq.client.TargetWriteException
import dev.linq.client.downloadBodyException
import dev.linq.client.uploadBodyException
import java.time.Duration
import kotlin.time.Duration.Companion.nanoseconds
import kotlin.time.toKotlinDuration
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.delay
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.launch
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

/**
 * Requests a file after a delay. The attempt times out after `stallTimeout` without a byte, or after `timeout`. The
 * [DownloadBody] of the attempt is closed at its end, since a transport may still be running then.
 */
internal suspend fun attemptDownload(
    initialDelay: Duration,
    stallTimeout: Duration,
    timeout: Duration?,
    handler: DownloadBody.Handler,
    send: suspend (DownloadBody) -> HttpResponse,
): Outcome {
    delay(initialDelay.toKotlinDuration())
    val body = DownloadBody(handler)
    return try {
        coroutineScope {
            val response = async { Outcome.Responded(send(body)) }
            val watchdog = launch {
                throw AttemptTimeout(waitForTimeout(body, stallTimeout.toNanos(), timeout?.toNanos()))
            }
            response.await().also { watchdog.cancel() }
        }
    } catch (e: AttemptTimeout) {
        Outcome.Failed(TransportFailure.TimedOut, e.reason, null)
    } catch (e: Exception) {
        if (e is CancellationException) currentCoroutineContext().ensureActive()
        when (val failure = e.downloadBodyException()) {
            is TargetWriteException -> Outcome.SourceFailed(failure.origin)
            is DownloadProgressException -> throw failure.origin
            // Core knows why.
            is DownloadStoppedException -> Outcome.Failed(TransportFailure.ConnectionLost, "stopped", null)
            null -> e.toOutcome()
        }
    } finally {
        body.close()
    }
}

private class AttemptTimeout(val reason: String) : Exception(reason)

/** Suspends until there was no byte for too long, or until the timeout, and returns the reason. */
private suspend fun waitForTimeout(body: DownloadBody, stallNanos: Long, timeoutNanos: Long?): String {
    val start = System.nanoTime()
    while (true) {
        val untilStalled = stallNanos - body.idleNanos
        val left = timeoutNanos?.minus(System.nanoTime() - start) ?: Long.MAX_VALUE
        if (untilStalled <= 0) return "no byte within ${stallNanos.nanoseconds}"
        if (left <= 0) return "no complete response in time"
        delay(minOf(untilStalled, left).nanoseconds)
    }
}

/** Omits the message of another exception, which may contain a header. */
private fun Exception.toOutcome() = when (this) {
    is TransportException -> Outcome.Failed(failure, message.orEmpty(), this)
    else -> Outcome.Failed(TransportFailure.ConnectionLost, "the transport threw ${javaClass.name}", this)
}
