package dev.linq.client

import java.io.IOException
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
 * Carries requests over OkHttp.
 *
 * @param client Whose connections, proxies, certificates, interceptors and time to connect (10 s with OkHttp unless set
 *     otherwise) are to be used; one of its own unless given. Its redirects, retries and other time limits are switched
 *     off, since they are Linq's to decide, and so are its cache, cookies and authenticator, which belong to others.
 *     A connection that breaks closes the idle ones of its pool.
 * @param maxResponseBytes How large a reply may be.
 */
public class OkHttpTransport(
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
        .addNetworkInterceptor(Once)
        .build()

    override suspend fun send(request: HttpRequest): HttpResponse =
        execute(request, (request.body ?: emptyBodyFor(request.method))?.let(::BytesBody))

    override suspend fun upload(request: HttpRequest, file: UploadBody): HttpResponse = execute(request, FileBody(file))

    /**
     * Closes idle connections and ends idle threads. Requests that are on their way go on; later ones are not sent. The
     * client that was given shares both, so that it is closed too.
     */
    override fun close() {
        client.dispatcher.executorService.shutdown()
        client.connectionPool.evictAll()
    }

    private suspend fun execute(request: HttpRequest, body: RequestBody?): HttpResponse {
        val progress = Progress()
        val call = try {
            val builder = Request.Builder().url(request.url).method(request.method, body)
            request.headers.forEach { builder.addHeader(it.name, it.value) }
            client.newCall(builder.tag(Progress::class.java, progress).build())
        } catch (_: IllegalArgumentException) { // its message has the address or the header
            throw TransportException(TransportFailure.InvalidRequest, "OkHttp does not take the address or a header")
        }
        return suspendCancellableCoroutine { waiting ->
            waiting.invokeOnCancellation { call.cancel() }
            call.enqueue(object : Callback {
                override fun onResponse(call: Call, response: Response) {
                    val reply = runCatching { response.use { read(it, progress) } }
                    reply.onSuccess { waiting.resume(it) }
                    reply.onFailure { waiting.resumeWithException(it.asTransportException(progress)) }
                }

                override fun onFailure(call: Call, e: IOException) {
                    // The idle connections are probably as stale, and OkHttp does not look before it reads over one.
                    if (progress.isConnected) this@OkHttpTransport.client.connectionPool.evictAll()
                    waiting.resumeWithException(e.asTransportException(progress))
                }
            })
        }
    }

    private fun read(response: Response, progress: Progress): HttpResponse {
        val source = checkNotNull(response.body) { "a reply to a call has a body" }.source()
        val body = Buffer()
        while (body.size <= maxResponseBytes && source.read(body, CHUNK) >= 0) {
            // until its end, or until it is too much
        }
        if (body.size > maxResponseBytes) {
            throw TransportException(TransportFailure.ResponseTooLarge, "the reply has more than $maxResponseBytes bytes")
        }
        val headers = response.headers.map { (name, value) -> HttpHeader(name, value) } +
            progress.hidden.map { HttpHeader(RETRY_AFTER, it) }
        return HttpResponse(response.code, headers, body.readByteArray())
    }
}

/** Its threads keep no program alive, and no call waits for another one of the same host as long as there are few. */
private fun defaultClient(): OkHttpClient {
    val threads = ThreadPoolExecutor(0, Int.MAX_VALUE, 60, TimeUnit.SECONDS, SynchronousQueue()) { work ->
        Thread(work, "linq-okhttp").apply { isDaemon = true }
    }
    val dispatcher = Dispatcher(threads).apply { maxRequestsPerHost = maxRequests }
    return OkHttpClient.Builder().dispatcher(dispatcher).build()
}

/** As much as any reply of the API could need, and more. */
internal const val MAX_RESPONSE_BYTES: Long = 32L * 1024 * 1024

private const val CHUNK = 64L * 1024

/** How far a request got. */
private class Progress {
    @Volatile
    var isConnected = false

    /** What the reply says under `Retry-After`, if OkHttp must not see it. */
    @Volatile
    var hidden: List<String> = emptyList()
}

private const val RETRY_AFTER = "Retry-After"

/** Notes the connection, and keeps OkHttp from asking again by itself when a 503 says `Retry-After: 0`. */
private object Once : Interceptor {
    override fun intercept(chain: Interceptor.Chain): Response {
        val progress = checkNotNull(chain.request().tag(Progress::class.java)) { "a request of this transport" }
        progress.isConnected = true
        val response = chain.proceed(chain.request())
        if (response.code != 503) return response
        progress.hidden = response.headers(RETRY_AFTER)
        return response.newBuilder().removeHeader(RETRY_AFTER).build()
    }
}

/** Bodies have no media type: the header has it already. They are sent once, so that OkHttp does not repeat them. */
private abstract class OnceBody : RequestBody() {
    override fun contentType(): MediaType? = null

    override fun isOneShot(): Boolean = true
}

private class BytesBody(private val bytes: ByteArray) : OnceBody() {
    override fun contentLength(): Long = bytes.size.toLong()

    override fun writeTo(sink: BufferedSink) {
        sink.write(bytes)
    }
}

private class FileBody(private val file: UploadBody) : OnceBody() {
    override fun contentLength(): Long = file.size

    override fun writeTo(sink: BufferedSink) {
        file.open().source().use(sink::writeAll)
    }
}

/** OkHttp insists on a body where HTTP has one as a rule. */
private fun emptyBodyFor(method: String): ByteArray? =
    if (method in setOf("POST", "PUT", "PATCH")) ByteArray(0) else null

private fun Throwable.asTransportException(progress: Progress): IOException {
    if (this is TransportException) return this
    val failure = when {
        progress.isConnected -> TransportFailure.ConnectionLost
        isCertificateRejected() -> TransportFailure.InvalidRequest
        else -> TransportFailure.NotConnected
    }
    return brokenBody() ?: TransportException(failure, message ?: javaClass.simpleName, this)
}

private fun Throwable.isCertificateRejected() =
    generateSequence(this) { it.cause }.any { it is CertificateException || it is SSLPeerUnverifiedException }
