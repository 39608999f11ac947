package dev.linq.client

import java.io.IOException
import java.io.InputStream
import java.net.ConnectException
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpConnectTimeoutException
import java.net.http.HttpHeaders
import java.net.http.HttpResponse as JavaResponse
import java.nio.channels.UnresolvedAddressException
import java.security.cert.CertificateException
import java.util.concurrent.CompletionException
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException
import kotlinx.coroutines.suspendCancellableCoroutine
import javax.net.ssl.SSLHandshakeException

/**
 * An HTTP transport over `java.net.http`, for servers: Android does not have it.
 *
 * Cancellation ends the call at once, and from Java 16 aborts the request. Earlier versions cannot abort one: the
 * connection remains open until the server responds or closes it.
 *
 * @param client Client with the connections, proxies and certificates to use. It must not follow redirects.
 * @param maxResponseBytes Maximum size of a response in bytes, 32 MiB by default.
 */
public class JavaHttpTransport(
    private val client: HttpClient = HttpClient.newHttpClient(),
    private val maxResponseBytes: Long = MAX_RESPONSE_BYTES,
) : HttpTransport {
    init {
        require(client.followRedirects() == HttpClient.Redirect.NEVER) { "client: must not follow redirects" }
    }

    override suspend fun send(request: HttpRequest): HttpResponse {
        val body = request.body
        val publisher = if (body == null) Publishers.noBody() else Publishers.ofByteArray(body)
        return execute(request, publisher, limitedBody())
    }

    override suspend fun upload(request: HttpRequest, file: UploadBody): HttpResponse =
        OpenStreams().use { streams ->
            val stream = Publishers.ofInputStream { streams.add(file.openForPublisher()) }
            execute(request, Publishers.fromPublisher(stream, file.size), limitedBody())
        }

    override suspend fun download(request: HttpRequest, body: DownloadBody): HttpResponse =
        execute(request, Publishers.noBody()) { head ->
            val subscriber = try {
                val isFile = body.begin(head.statusCode(), head.headers().toList())
                if (isFile) FileSubscriber(body) else LimitedBody(maxResponseBytes)
            } catch (e: DownloadBodyException) {
                FailedSubscriber(e)
            }
            JavaResponse.BodySubscribers.mapping(subscriber) { it }
        }

    private suspend fun execute(
        request: HttpRequest,
        body: java.net.http.HttpRequest.BodyPublisher,
        handler: JavaResponse.BodyHandler<ByteArray>,
    ): HttpResponse {
        val future = try {
            client.sendAsync(request.toJava(body), handler)
        } catch (_: IllegalArgumentException) { // its message contains the URL or the header
            throw TransportException(TransportFailure.InvalidRequest, "java.net.http rejected the URL or a header")
        }
        return suspendCancellableCoroutine { continuation ->
            continuation.invokeOnCancellation { future.cancel(true) }
            future.whenComplete { response, error ->
                if (error == null) {
                    continuation.resume(response.toResponse())
                } else {
                    continuation.resumeWithException(error.toTransportException())
                }
            }
        }
    }

    private fun HttpRequest.toJava(body: java.net.http.HttpRequest.BodyPublisher): java.net.http.HttpRequest {
        val builder = java.net.http.HttpRequest.newBuilder(URI.create(url)).method(method, body)
        // Avoids the headers of an upgrade to HTTP/2 on unencrypted connections.
        if (url.startsWith("http:")) builder.version(HttpClient.Version.HTTP_1_1)
        for (header in headers) {
            if (header.name.lowercase() !in RESTRICTED_HEADERS) builder.header(header.name, header.value)
        }
        return builder.build()
    }

    /** Reads the body up to the size limit. */
    private fun limitedBody() = JavaResponse.BodyHandler { _ ->
        JavaResponse.BodySubscribers.mapping(LimitedBody(maxResponseBytes)) { it }
    }

    private fun JavaResponse<ByteArray>.toResponse() = HttpResponse(statusCode(), headers().toList(), body())
}

private fun HttpHeaders.toList(): List<HttpHeader> =
    map().flatMap { (name, values) -> values.map { HttpHeader(name, it) } }

private typealias Publishers = java.net.http.HttpRequest.BodyPublishers

private val RESTRICTED_HEADERS = setOf("connection", "content-length", "expect", "host", "upgrade")

/** Defers an exception to the first read, since `ofInputStream` hides those of its supplier. */
private fun UploadBody.openForPublisher(): InputStream = try {
    open()
} catch (e: UploadBodyException) {
    object : InputStream() {
        override fun read(): Int = throw e
    }
}

/** The streams of a publisher, which closes them only at their end, and not on cancellation. */
private class OpenStreams : AutoCloseable {
    private val streams = mutableListOf<InputStream>()
    private var isClosed = false

    @Synchronized
    fun add(stream: InputStream): InputStream {
        streams += stream
        if (isClosed) close()
        return stream
    }

    @Synchronized
    override fun close() {
        isClosed = true
        for (stream in streams) {
            try {
                stream.close()
            } catch (_: IOException) { // a stream that was only read
            }
        }
    }
}

private fun Throwable.toTransportException(): IOException {
    val error = if (this is CompletionException) cause ?: this else this
    val causes = generateSequence(error) { it.cause }
    causes.firstNotNullOfOrNull { 
        it as? TransportException ?: it as? UploadBodyException ?: it as? DownloadBodyException
    }?.let { return it }
    val isConnected = causes.none {
        it is ConnectException || it is HttpConnectTimeoutException || it is UnresolvedAddressException ||
            it is SSLHandshakeException
    }
    val failure = when {
        causes.any { it is CertificateException } -> TransportFailure.InvalidRequest
        isConnected -> TransportFailure.ConnectionLost
        else -> TransportFailure.NotConnected
    }
    return TransportException(failure, error.message ?: causes.reasonWithoutMessage(), error)
}

/** Returns the reason of an exception without a message, which `java.net.http` throws for a failed connection. */
private fun Sequence<Throwable>.reasonWithoutMessage(): String = when {
    any { it is UnresolvedAddressException } -> "host not found"
    any { it is ConnectException } -> "connection refused, or host not reachable"
    else -> first().javaClass.simpleName
}
