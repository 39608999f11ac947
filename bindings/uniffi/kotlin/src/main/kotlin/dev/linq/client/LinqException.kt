package dev.linq.client

import kotlin.time.Duration

/**
 * What went wrong, by how far the call got. Neither keys nor secrets nor signed addresses are part of it.
 *
 * The app's own exceptions, from a transport, a [TokenProvider] or a callback, are thrown as they are, and so is
 * cancellation. The classes can be made by anybody, for fakes and previews.
 */
public sealed class LinqException(message: String, cause: Throwable? = null) : Exception(message, cause) {
    /** Whether the server may have done what was asked; false is certain. */
    public open val mayHaveTakenEffect: Boolean get() = false

    /** The HTTP status, if the server answered; for a webhook, what to answer the delivery with. */
    public open val status: Int? get() = null

    /** The API's own code, such as 2004. */
    public open val code: Int? get() = null

    /** Under which Linq's support finds the request. */
    public open val traceId: String? get() = null

    /** The page about the code. */
    public open val docUrl: String? get() = null

    /** How long to wait before another try, if the server said so. */
    public open val retryAfter: Duration? get() = null

    /**
     * The idempotency key that was sent, also if it was made by this library, where the request may have taken effect:
     * sent again under it, it takes effect once.
     */
    public open val idempotencyKey: String? get() = null

    /**
     * Refused here, before anything was sent.
     *
     * @property path The field by its names in the API, such as `message.parts[0].value`.
     * @property reason What is wrong with it.
     */
    public class InvalidArgument(public val path: String, public val reason: String) :
        LinqException("$path: $reason")

    /**
     * Not sent, since its turn would have come after its deadline.
     *
     * @property wait How long it would have had to wait.
     */
    public class RateLimited(detail: String, public val wait: Duration) : LinqException(detail)

    /**
     * No complete reply arrived.
     *
     * @property failure How far the last attempt got.
     * @property attempts How many attempts were made.
     */
    public class Transport(
        detail: String,
        cause: Throwable? = null,
        public val failure: TransportFailure = TransportFailure.ConnectionLost,
        override val mayHaveTakenEffect: Boolean = true,
        public val attempts: Int = 1,
        override val idempotencyKey: String? = null,
    ) : LinqException(detail, cause)

    /**
     * The server refused.
     *
     * @property reason What the API says.
     * @property attempts How many attempts were made.
     * @property body The body as it came, which may be anything.
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

    /** A file could not be read, or the storage did not take it. */
    public class Upload(detail: String, cause: Throwable? = null) : LinqException(detail, cause)

    /**
     * The server accepted the request, with a response that is not understood: not JSON, or without what names the
     * resource.
     *
     * @property path The field that was not understood.
     * @property body The raw body.
     */
    public class Decode(
        detail: String,
        public val path: String,
        override val status: Int,
        override val traceId: String? = null,
        public val body: ByteArray = ByteArray(0),
        override val idempotencyKey: String? = null,
    ) : LinqException(detail) {
        override val mayHaveTakenEffect: Boolean get() = true
    }

    /** A webhook delivery that cannot be trusted, or that is no event. [status] is what to answer it with. */
    public class Webhook(detail: String, override val status: Int) : LinqException(detail)
}
