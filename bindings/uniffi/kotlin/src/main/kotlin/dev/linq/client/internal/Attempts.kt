package dev.linq.client.internal

import dev.linq.client.AttemptFailure
import dev.linq.client.AttemptObserver
import dev.linq.client.AttemptRequest
import dev.linq.client.AttemptResponse
import dev.linq.client.ffi.AttemptRecord
import kotlin.time.toKotlinDuration

/** Calls the observer. Its exceptions must not lose the result of a call. */
internal fun AttemptObserver.notify(record: AttemptRecord) {
    try {
        when (record) {
            is AttemptRecord.Request -> onRequest(record.toPublic())
            is AttemptRecord.Response -> onResponse(record.toPublic())
            is AttemptRecord.Failure -> onFailure(record.toPublic())
        }
    } catch (e: Throwable) {
        e.printStackTrace()
    }
}

private fun AttemptRecord.Request.toPublic() =
    AttemptRequest(operation, method, path, attempt.toInt(), delay.toKotlinDuration())

private fun AttemptRecord.Response.toPublic() = AttemptResponse(
    operation,
    method,
    path,
    attempt.toInt(),
    status.toInt(),
    errorCode?.toErrorCode(),
    traceId,
    duration.toKotlinDuration(),
    retryDelay?.toKotlinDuration(),
)

private fun AttemptRecord.Failure.toPublic() = AttemptFailure(
    operation,
    method,
    path,
    attempt.toInt(),
    failure.toPublic(),
    mayHaveBeenSent,
    duration.toKotlinDuration(),
    retryDelay?.toKotlinDuration(),
)
