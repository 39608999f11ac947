package dev.linq.client

import java.io.IOException
import java.net.ConnectException
import java.security.cert.CertificateException
import java.util.concurrent.SynchronousQueue
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit
import javax.net.ssl.SSLPeerUnverifiedException
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException
import kotlinx.coroutines.suspendCancellableCoroutine
import okhttp3.Authenticator
import okhttp3.Call
import okhttp3.Callback
import okhttp3.CookieJar
import okhttp3.Dispatcher
import okhttp3.Interceptor
import okhttp3.MediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody
import okhttp3.Response
import okio.Buffer
import okio.BufferedSink
import okio.source

/**
 * An HTTP transport over OkHttp.
 *
 * @param client Client with the connections, proxies, certificates, interceptors and connect timeout (10 s by default)
 *     to use; by default a new one. Its redirects, retries and other timeouts are disabled, since [Linq] implements
 *     them, and so are its cache, cookies and authenticator. A lost connection closes the idle ones of its pool.
 * @param maxResponseBytes Maximum size of a response in bytes, 32 MiB by default.
 */
public class OkHttpTransport @JvmOverloads constructor(
    client: OkHttpClient = defaultClient(),
    private val maxResponseBytes: Long = MAX_RESPONSE_BYTES,
) : HttpTransport, AutoCloseable {
    private val client = client.newBuilder()
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .callTimeout(0, TimeUnit.MILLISECONDS)
        .readTimeout(0, TimeUnit.MILLISECONDS)
        .writeTimeout(0, TimeUnit.MILLISECONDS)
        .cache(null)
        .cookieJar(CookieJar.NO_COOKIES)
        .authenticator(Authenticator.NONE)
        .addNetworkInterceptor(NoRetryInterceptor)
        .build()

    override suspend fun send(request: HttpRequest): HttpResponse =
        execute(request, (request.body ?: emptyBodyFor(request.method))?.let(::BytesBody), ::read)

    override suspend fun upload(request: HttpRequest, file: UploadBody): HttpResponse =
        execute(request, FileBody(file), ::read)

    override suspend fun download(request: HttpRequest, body: DownloadBody): HttpResponse =
        execute(request, null) { response, progress -> readFile(response, progress, body) }

    /**
     * Closes idle connections and ends idle threads. Requests in progress continue; later ones are not sent. A given
     * client shares both, so it is closed too.
     */
    override fun close() {
        client.dispatcher.executorService.shutdown()
        client.connectionPool.evictAll()
    }

    private suspend fun execute(
        request: HttpRequest,
        body: RequestBody?,
        read: (Response, Progress) -> HttpResponse,
    ): HttpResponse {
        val progress = Progress()
        val call = try {
            val builder = Request.Builder().url(request.url).method(request.method, body)
            request.headers.forEach { builder.addHeader(it.name, it.value) }
            client.newCall(builder.tag(Progress::class.java, progress).build())
        } catch (_: IllegalArgumentException) { // its message contains the URL or the header
            throw TransportException(TransportFailure.InvalidRequest, "OkHttp rejected the URL or a header")
        }
        return suspendCancellableCoroutine { continuation ->
            continuation.invokeOnCancellation { call.cancel() }
            call.enqueue(object : Callback {
                override fun onResponse(call: Call, response: Response) {
                    val result = runCatching { response.use { read(it, progress) } }
                    result.onSuccess { continuation.resume(it) }
                    result.onFailure { continuation.resumeWithException(it.toTransportException(progress)) }
                }

                override fun onFailure(call: Call, e: IOException) {
                    // The idle connections are probably stale too, and OkHttp does not check them before use.
                    if (progress.isConnected) this@OkHttpTransport.client.connectionPool.evictAll()
                    continuation.resumeWithException(e.toTransportException(progress))
                }
            })
        }
    }

    private fun read(response: Response, progress: Progress): HttpResponse {
        val source = checkNotNull(response.body) { "a response of a call has a body" }.source()
        val body = Buffer()
        while (body.size <= maxResponseBytes && source.read(body, CHUNK) >= 0) {
            // until the end or the limit
        }
        if (body.size > maxResponseBytes) {
            throw TransportException(TransportFailure.ResponseTooLarge, "more than $maxResponseBytes bytes")
        }
        return HttpResponse(response.code, response.headers(progress), body.readByteArray())
    }

    private fun readFile(response: Response, progress: Progress, body: DownloadBody): HttpResponse {
        val source = checkNotNull(response.body) { "a response of a call has a body" }.source()
        val headers = response.headers(progress)
        if (!body.begin(response.code, headers)) {
            val error = Buffer()
            while (error.size < DownloadBody.MAX_ERROR_BYTES) {
                if (source.read(error, DownloadBody.MAX_ERROR_BYTES - error.size) < 0) break
            }
            return HttpResponse(response.code, headers, error.readByteArray())
        }
        val chunk = ByteArray(CHUNK.toInt())
        while (true) {
            val count = source.read(chunk)
            if (count < 0) break
            body.write(chunk, 0, count)
        }
        return HttpResponse(response.code, headers, ByteArray(0))
    }

    private fun Response.headers(progress: Progress): List<HttpHeader> =
        headers.map { (name, value) -> HttpHeader(name, value) } +
            progress.retryAfter.map { HttpHeader(RETRY_AFTER, it) }
}

/** Returns a client with daemon threads, and without OkHttp's limit of 5 concurrent requests to one host. */
private fun defaultClient(): OkHttpClient {
    val threads = ThreadPoolExecutor(0, Int.MAX_VALUE, 60, TimeUnit.SECONDS, SynchronousQueue()) { work ->
        Thread(work, "linq-okhttp").apply { isDaemon = true }
    }
    val dispatcher = Dispatcher(threads).apply { maxRequestsPerHost = maxRequests }
    return OkHttpClient.Builder().dispatcher(dispatcher).build()
}

/** Default maximum size of a response. */
internal const val MAX_RESPONSE_BYTES: Long = 32L * 1024 * 1024

private const val CHUNK = 64L * 1024

/** State of a request. */
private class Progress {
    @Volatile
    var isConnected = false

    /** The `Retry-After` headers of a 503, which are removed from the response that OkHttp sees. */
    @Volatile
    var retryAfter: List<String> = emptyList()
}

private const val RETRY_AFTER = "Retry-After"

/** Records that there is a connection, and prevents OkHttp's own retry of a 503 with `Retry-After: 0`. */
private object NoRetryInterceptor : Interceptor {
    override fun intercept(chain: Interceptor.Chain): Response {
        val progress = checkNotNull(chain.request().tag(Progress::class.java)) { "a request of this transport" }
        progress.isConnected = true
        val response = chain.proceed(chain.request())
        if (response.code != 503) return response
        progress.retryAfter = response.headers(RETRY_AFTER)
        return response.newBuilder().removeHeader(RETRY_AFTER).build()
    }
}

/** A body without a media type, which is in the headers, and which OkHttp must not retry. */
private abstract class OneShotBody : RequestBody() {
    override fun contentType(): MediaType? = null

    override fun isOneShot(): Boolean = true
}

private class BytesBody(private val bytes: ByteArray) : OneShotBody() {
    override fun contentLength(): Long = bytes.size.toLong()

    override fun writeTo(sink: BufferedSink) {
        sink.write(bytes)
    }
}

private class FileBody(private val file: UploadBody) : OneShotBody() {
    override fun contentLength(): Long = file.size

    override fun writeTo(sink: BufferedSink) {
        file.open().source().use(sink::writeAll)
    }
}

/** Returns an empty body for the methods for which OkHttp requires one. */
private fun emptyBodyFor(method: String): ByteArray? =
    if (method in setOf("POST", "PUT", "PATCH")) ByteArray(0) else null

private fun Throwable.toTransportException(progress: Progress): IOException {
    if (this is TransportException) return this
    val failure = when {
        progress.isConnected -> TransportFailure.ConnectionLost
        isCertificateRejected() -> TransportFailure.InvalidRequest
        else -> TransportFailure.NotConnected
    }
    return uploadBodyException() ?: downloadBodyException() ?: TransportException(failure, reason(), this)
}

/** Returns the message, or that of the cause if OkHttp's own has only the address, which the call's error names. */
private fun Throwable.reason(): String =
    cause?.message?.takeIf { this is ConnectException } ?: message ?: javaClass.simpleName

private fun Throwable.isCertificateRejected() =
    generateSequence(this) { it.cause }.any { it is CertificateException || it is SSLPeerUnverifiedException }
