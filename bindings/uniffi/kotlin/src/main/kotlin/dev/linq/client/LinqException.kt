package dev.linq.client

import kotlin.time.Duration
import kotlin.time.toJavaDuration

/**
 * An error of a call, with a subclass for each kind of failure. Contains no keys, secrets or signed URLs.
 *
 * Exceptions of a [TokenProvider] or a callback, and cancellation, are thrown unchanged. The constructors are public,
 * for fakes and previews.
 */
public sealed class LinqException(message: String, cause: Throwable? = null) : RuntimeException(message, cause) {
    /** True if the request may have taken effect; false means that it certainly did not. */
    public open val mayHaveTakenEffect: Boolean get() = false

    /** HTTP status of the response; for a webhook, the status to respond with. */
    public open val status: Int? get() = null

    /** The API's error code, such as 2004. */
    public open val code: Int? get() = null

    /** Trace identifier of the request, for Linq's support. */
    public open val traceId: String? get() = null

    /** URL of the documentation page of the code. */
    public open val docUrl: String? get() = null

    /** Minimum delay before a retry, if the server sent one. */
    public open val retryAfter: Duration? get() = null

    /** Returns [retryAfter] as a Java program reads it. */
    public fun retryAfter(): java.time.Duration? = retryAfter?.toJavaDuration()

    /**
     * The idempotency key that was sent, including a generated one, if the request may have taken effect. A retry with
     * the same key takes effect once.
     */
    public open val idempotencyKey: String? get() = null

    /**
     * An argument or option is invalid. Nothing was sent.
     *
     * @property path Path of the field by its names in the API, such as `message.parts[0].value`, or name of the
     *     option, such as `baseUrl`.
     * @property reason The problem, such as `must not be empty`.
     */
    public class InvalidArgument(public val path: String, public val reason: String) :
        LinqException(if (path.isEmpty()) reason else "$path: $reason")

    /**
     * Not sent: the rate limit allows it only after the call's deadline.
     *
     * @property wait Time until the rate limit allows the call.
     */
    public class RateLimited(detail: String, public val wait: Duration) : LinqException(detail) {
        /** Returns [wait] as a Java program reads it. */
        public fun waitTime(): java.time.Duration = wait.toJavaDuration()
    }

    /**
     * No complete response was received.
     *
     * @property failure The stage at which the last attempt failed.
     * @property attempts Number of attempts.
     */
    public class Transport @JvmOverloads constructor(
        detail: String,
        cause: Throwable? = null,
        public val failure: TransportFailure = TransportFailure.ConnectionLost,
        override val mayHaveTakenEffect: Boolean = true,
        public val attempts: Int = 1,
        override val idempotencyKey: String? = null,
    ) : LinqException(detail, cause)

    /**
     * The API returned an error.
     *
     * @property reason The API's message.
     * @property attempts Number of attempts.
     * @property body The raw body, which is not necessarily JSON.
     */
    public class Api(
        detail: String,
        override val status: Int,
        override val code: Int? = null,
        public val reason: String? = null,
        override val docUrl: String? = null,
        override val retryAfter: Duration? = null,
        override val traceId: String? = null,
        override val mayHaveTakenEffect: Boolean = false,
        public val attempts: Int = 1,
        public val body: ByteArray = ByteArray(0),
        override val idempotencyKey: String? = null,
    ) : LinqException(detail)

    /** A file could not be read, or the storage rejected it. */
    public class Upload @JvmOverloads constructor(detail: String, cause: Throwable? = null) : LinqException(detail, cause)

    /**
     * A file is too large or could not be written, or the storage did not return it. [status] is that of the storage.
     */
    public class Download(detail: String, override val status: Int? = null, cause: Throwable? = null) :
        LinqException(detail, cause)

    /**
     * The server accepted the request, but its response could not be decoded: it is not JSON, or lacks the identity of
     * the resource.
     *
     * @property path Path of the field that could not be decoded; `.` for the whole body.
     * @property body The raw body.
     */
    public class Decode @JvmOverloads constructor(
        detail: String,
        public val path: String,
        override val status: Int,
        override val traceId: String? = null,
        public val body: ByteArray = ByteArray(0),
        override val idempotencyKey: String? = null,
    ) : LinqException(detail) {
        override val mayHaveTakenEffect: Boolean get() = true
    }

    /**
     * A webhook delivery whose signature is invalid, or that is not an event. [status] is the status to respond with.
     */
    public class Webhook(detail: String, override val status: Int) : LinqException(detail)

    /**
     * The native library cannot be loaded: it is missing, for another platform, or of another version than this
     * package.
     *
     * @property library File name of the library on this platform, such as `liblinq_ffi.so`.
     * @property platform This platform by JNA's name, such as `linux-x86-64`.
     */
    public class NativeLibrary(
        detail: String,
        public val library: String,
        public val platform: String,
        cause: Throwable? = null,
    ) : LinqException(detail, cause)
}
