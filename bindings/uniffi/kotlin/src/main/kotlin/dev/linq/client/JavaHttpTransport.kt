package dev.linq.client

import java.io.IOException
import java.io.InputStream
import java.net.ConnectException
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpConnectTimeoutException
import java.net.http.HttpResponse as JavaResponse
import java.nio.channels.UnresolvedAddressException
import java.security.cert.CertificateException
import java.util.concurrent.CompletionException
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException
import kotlinx.coroutines.suspendCancellableCoroutine
import javax.net.ssl.SSLHandshakeException

/**
 * Carries requests over `java.net.http`: for servers. Android does not have it; nothing refers to this class unless you
 * do.
 *
 * Cancelling ends the call at once, and from Java 16 the request too. Before, `java.net.http` has no way to abort one:
 * its connection is left until the server has answered or hung up.
 *
 * @param client Whose connections, proxies and certificates are to be used. It must not follow redirects.
 * @param maxResponseBytes How large a reply may be.
 */
public class JavaHttpTransport(
    private val client: HttpClient = HttpClient.newHttpClient(),
    private val maxResponseBytes: Long = MAX_RESPONSE_BYTES,
) : HttpTransport {
    init {
        require(client.followRedirects() == HttpClient.Redirect.NEVER) { "the client must not follow redirects" }
    }

    override suspend fun send(request: HttpRequest): HttpResponse {
        val body = request.body
        val publisher = if (body == null) Publishers.noBody() else Publishers.ofByteArray(body)
        return execute(request, publisher)
    }

    override suspend fun upload(request: HttpRequest, file: UploadBody): HttpResponse =
        Opened().use { opened ->
            val stream = Publishers.ofInputStream { opened.keep(file.openForPublisher()) }
            execute(request, Publishers.fromPublisher(stream, file.size))
        }

    private suspend fun execute(request: HttpRequest, body: java.net.http.HttpRequest.BodyPublisher): HttpResponse {
        val future = try {
            client.sendAsync(prepared(request, body), limited())
        } catch (_: IllegalArgumentException) { // its message has the address or the header
            throw TransportException(TransportFailure.InvalidRequest, "java.net.http does not take the address or a header")
        }
        return suspendCancellableCoroutine { waiting ->
            waiting.invokeOnCancellation { future.cancel(true) }
            future.whenComplete { response, error ->
                if (error == null) {
                    waiting.resume(response.toResponse())
                } else {
                    waiting.resumeWithException(error.asTransportException())
                }
            }
        }
    }

    private fun prepared(
        request: HttpRequest,
        body: java.net.http.HttpRequest.BodyPublisher,
    ): java.net.http.HttpRequest {
        val builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url)).method(request.method, body)
        // In the clear it would ask to go over to HTTP/2 with headers of its own.
        if (request.url.startsWith("http:")) builder.version(HttpClient.Version.HTTP_1_1)
        for (header in request.headers) {
            if (header.name.lowercase() !in SET_BY_THE_CLIENT) builder.header(header.name, header.value)
        }
        return builder.build()
    }

    /** Reads the body, and gives up once there is too much of it. */
    private fun limited() = JavaResponse.BodyHandler { _ ->
        JavaResponse.BodySubscribers.mapping(LimitedBody(maxResponseBytes)) { it }
    }

    private fun JavaResponse<ByteArray>.toResponse(): HttpResponse {
        val headers = headers().map().flatMap { (name, values) -> values.map { HttpHeader(name, it) } }
        return HttpResponse(statusCode(), headers, body())
    }
}

private typealias Publishers = java.net.http.HttpRequest.BodyPublishers

private val SET_BY_THE_CLIENT = setOf("connection", "content-length", "expect", "host", "upgrade")

/** `ofInputStream` hides why its supplier failed, so that a stream has to say it when it is read. */
private fun UploadBody.openForPublisher(): InputStream = try {
    open()
} catch (e: BrokenBody) {
    object : InputStream() {
        override fun read(): Int = throw e
    }
}

/** What a publisher has opened: it closes a stream only at its end, and never if it is cancelled. */
private class Opened : AutoCloseable {
    private val streams = mutableListOf<InputStream>()
    private var isClosed = false

    @Synchronized
    fun keep(stream: InputStream): InputStream {
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
            } catch (_: IOException) { // nothing was to be written
            }
        }
    }
}

private fun Throwable.asTransportException(): IOException {
    val error = if (this is CompletionException) cause ?: this else this
    val causes = generateSequence(error) { it.cause }
    causes.firstNotNullOfOrNull { it as? TransportException ?: it as? BrokenBody }?.let { return it }
    val isConnected = causes.none {
        it is ConnectException || it is HttpConnectTimeoutException || it is UnresolvedAddressException ||
            it is SSLHandshakeException
    }
    val failure = when {
        causes.any { it is CertificateException } -> TransportFailure.InvalidRequest
        isConnected -> TransportFailure.ConnectionLost
        else -> TransportFailure.NotConnected
    }
    return TransportException(failure, error.message ?: error.javaClass.simpleName, error)
}
