package dev.linq.client

import kotlin.time.Duration
import kotlin.time.toJavaDuration

/**
 * An observer of each attempt of a client's calls, for metrics and audit.
 *
 * [onRequest] is called before each attempt, then either [onResponse] or [onFailure], unless the call is cancelled
 * meanwhile. The records contain no headers, URLs, bodies, idempotency keys or handles.
 *
 * Transfers of files are observed as the operations `attachments.upload` and `attachments.download`. If the storage
 * redirects a download, this is a response without a `retryDelay`, and the request to the target has the same attempt
 * number.
 *
 * The methods are called on `Dispatchers.Default`, by several threads at once, and the call waits for them: they should
 * return quickly. An exception is printed to `System.err`, and does not affect the call.
 */
public interface AttemptObserver {
    /** Called when a request is about to be sent, before the delay. */
    public fun onRequest(request: AttemptRequest) {}

    /** Called when a response has arrived, regardless of its status. */
    public fun onResponse(response: AttemptResponse) {}

    /** Called when an attempt has failed without a complete response. */
    public fun onFailure(failure: AttemptFailure) {}
}

/**
 * A request that is about to be sent.
 *
 * @property operation Official name of the operation, such as `chats.messages.send`; `request` for a request to any path.
 * @property method HTTP method, such as `POST`.
 * @property path Path relative to the base URL, with `{…}` for its parameters, such as `/v3/chats/{chat_id}/messages`; `…`
 *     for a request to any path, and empty for a request to the storage.
 * @property attempt Number of the attempt, from 1. Redirects of a download belong to the same attempt.
 * @property delay Delay before the request is sent, by backoff, `Retry-After` or a rate limit.
 */
public data class AttemptRequest(
    val operation: String,
    val method: String,
    val path: String,
    val attempt: Int,
    val delay: Duration,
) {
    /** Returns [delay] for Java. */
    public fun delayTime(): java.time.Duration = delay.toJavaDuration()
}

/**
 * A response, regardless of its status.
 *
 * @property operation Official name of the operation: see [AttemptRequest.operation].
 * @property method HTTP method.
 * @property path Path with `{…}` for its parameters: see [AttemptRequest.path].
 * @property attempt Number of the attempt: see [AttemptRequest.attempt].
 * @property status The HTTP status.
 * @property errorCode The API's error code, if the response is an error of the API.
 * @property traceId Trace identifier of the request, for Linq's support.
 * @property duration Duration of the attempt, without the delay before it.
 * @property retryDelay Delay before the next attempt; null if there is none.
 */
public data class AttemptResponse(
    val operation: String,
    val method: String,
    val path: String,
    val attempt: Int,
    val status: Int,
    val errorCode: Int?,
    val traceId: String?,
    val duration: Duration,
    val retryDelay: Duration?,
) {
    /** Returns [duration] for Java. */
    public fun durationTime(): java.time.Duration = duration.toJavaDuration()

    /** Returns [retryDelay] for Java. */
    public fun retryDelayTime(): java.time.Duration? = retryDelay?.toJavaDuration()
}

/**
 * A failure of an attempt without a complete response.
 *
 * @property operation Official name of the operation: see [AttemptRequest.operation].
 * @property method HTTP method.
 * @property path Path with `{…}` for its parameters: see [AttemptRequest.path].
 * @property attempt Number of the attempt: see [AttemptRequest.attempt].
 * @property failure The stage at which the attempt failed; [TransportFailure.ConnectionLost] also if a file to upload could
 *     not be read, or a downloaded one could not be written or is compressed.
 * @property mayHaveBeenSent True if the request of this attempt may have been sent; false is certain.
 * @property duration Duration of the attempt, without the delay before it.
 * @property retryDelay Delay before the next attempt; null if there is none.
 */
public data class AttemptFailure(
    val operation: String,
    val method: String,
    val path: String,
    val attempt: Int,
    val failure: TransportFailure,
    val mayHaveBeenSent: Boolean,
    val duration: Duration,
    val retryDelay: Duration?,
) {
    /** Returns [duration] for Java. */
    public fun durationTime(): java.time.Duration = duration.toJavaDuration()

    /** Returns [retryDelay] for Java. */
    public fun retryDelayTime(): java.time.Duration? = retryDelay?.toJavaDuration()
}
