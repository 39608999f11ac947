package dev.linq.client

import java.io.IOException

/**
 * Carries requests: [OkHttpTransport] unless told otherwise, [JavaHttpTransport] on servers, or one of your own.
 *
 * It sends a request once, as it is, follows no redirects, and stops at once when its coroutine is cancelled, which is
 * also how an attempt's time runs out. Where no reply comes it throws a [TransportException]; the call is then tried
 * again where that is safe. Any other exception counts as one that may have taken effect.
 */
public fun interface HttpTransport {
    /** Sends a request, and gives the reply, whatever its status. */
    public suspend fun send(request: HttpRequest): HttpResponse

    /**
     * Sends a file, with the headers of [request] and no others of yours.
     *
     * Unless it is overridden, the file is read into memory.
     */
    public suspend fun upload(request: HttpRequest, file: UploadBody): HttpResponse =
        send(HttpRequest(request.method, request.url, request.headers, file.open().use { it.readBytes() }))
}

/** Why no reply came. */
public enum class TransportFailure {
    /** No connection: the name did not resolve, nobody listened, TLS was refused. Nothing was sent. */
    NotConnected,

    /** The request could not be put on the wire at all, and never will be. */
    InvalidRequest,

    /** The time for this attempt ran out. */
    TimedOut,

    /** The connection broke, or the reply was cut short or was not HTTP. */
    ConnectionLost,

    /** The reply is larger than the transport accepts. */
    ResponseTooLarge,
}

/**
 * No reply came.
 *
 * @property failure How far it got. [TransportFailure.NotConnected] promises that nothing was sent.
 */
public class TransportException(
    public val failure: TransportFailure,
    message: String,
    cause: Throwable? = null,
) : IOException(message, cause)
