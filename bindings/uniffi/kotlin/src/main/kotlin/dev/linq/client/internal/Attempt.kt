package dev.linq.client.internal

import dev.linq.client.HttpReply
import dev.linq.client.ProgressFailed
import dev.linq.client.TransportException
import dev.linq.client.TransportFailure
import dev.linq.client.Unreadable
import dev.linq.client.brokenBody
import java.io.IOException
import java.time.Duration
import kotlin.time.toKotlinDuration
import kotlinx.coroutines.delay
import kotlinx.coroutines.withTimeoutOrNull

/** What came of one attempt. */
internal sealed interface Outcome {
    class Answered(val reply: HttpReply) : Outcome

    class Failed(val failure: TransportFailure, val reason: String, val cause: Exception?) : Outcome

    class NotRead(val cause: Throwable) : Outcome
}

/** Waits, and then has a reply within this time or not at all. Exceptions of the app's own go through. */
internal suspend fun attempt(after: Duration, timeout: Duration, send: suspend () -> HttpReply): Outcome {
    delay(after.toKotlinDuration())
    return try {
        withTimeoutOrNull(timeout.toKotlinDuration()) { Outcome.Answered(send()) }
            ?: Outcome.Failed(TransportFailure.TimedOut, "no complete reply within $timeout", null)
    } catch (e: IOException) {
        when (val broken = e.brokenBody()) {
            is Unreadable -> Outcome.NotRead(broken.origin)
            is ProgressFailed -> throw broken.origin
            null -> if (e is TransportException) Outcome.Failed(e.failure, e.message.orEmpty(), e) else throw e
        }
    }
}
