package dev.linq.client

import java.io.IOException

/**
 * An HTTP transport: [OkHttpTransport] by default, [JavaHttpTransport] on servers, or your own, which Java programs
 * create by [dev.linq.client.java.Adapters].
 *
 * A transport sends a request once and verbatim, without following redirects, and stops at once when its coroutine is
 * cancelled, which is also how an attempt times out. It throws a [TransportException] if there is no response; the call
 * is then retried if that is safe. After any other exception, the request may have taken effect.
 */
public fun interface HttpTransport {
    /** Sends a request and returns the response, regardless of its status. */
    public suspend fun send(request: HttpRequest): HttpResponse

    /**
     * Sends a file to the storage, with the headers of [request] and no others.
     *
     * The default implementation reads the file into memory.
     */
    public suspend fun upload(request: HttpRequest, file: UploadBody): HttpResponse =
        send(HttpRequest(request.method, request.url, request.headers, file.open().use { it.readBytes() }))

    /**
     * Requests a file from the storage, with the headers of [request] and no others, and passes the response to [body].
     * The returned response has the body only if it is not the file.
     *
     * The default implementation reads the file into memory.
     */
    public suspend fun download(request: HttpRequest, body: DownloadBody): HttpResponse {
        val response = send(request)
        if (!body.begin(response.status, response.headers)) return response
        body.write(response.body)
        return HttpResponse(response.status, response.headers, ByteArray(0))
    }
}

/** The stage at which an attempt without a response failed. */
public enum class TransportFailure {
    /** No connection: the host was not found, refused the connection, or TLS failed. Nothing was sent. */
    NotConnected,

    /** The request was not sent, since it is invalid or the server's certificate was rejected. Not retryable. */
    InvalidRequest,

    /** The attempt timed out. */
    TimedOut,

    /** The connection was lost, or the response was incomplete or not HTTP. */
    ConnectionLost,

    /** The response is larger than the transport's limit. */
    ResponseTooLarge,
}

/**
 * A failed attempt: no response was received.
 *
 * @property failure The stage at which it failed. [TransportFailure.NotConnected] requires certainty that nothing was
 *     sent.
 */
public class TransportException @JvmOverloads constructor(
    public val failure: TransportFailure,
    message: String,
    cause: Throwable? = null,
) : IOException(message, cause)
