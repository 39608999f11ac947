package dev.linq.client

import java.io.IOException
import java.util.concurrent.SynchronousQueue
import java.util.concurrent.ThreadPoolExecutor
import java.util.concurrent.TimeUnit
import kotlin.coroutines.resume
import kotlin.coroutines.resumeWithException
import kotlinx.coroutines.suspendCancellableCoroutine
import okhttp3.Call
import okhttp3.Callback
import okhttp3.Dispatcher
import okhttp3.Interceptor
import okhttp3.MediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody
import okhttp3.RequestBody.Companion.toRequestBody
import okhttp3.Response
import okio.Buffer
import okio.BufferedSink
import okio.source

/**
 * Carries requests over OkHttp.
 *
 * @param client Whose connections, proxies, certificates and interceptors are to be used; one of its own unless given.
 *     Redirects, retries and time limits are Linq's to decide, and switched off.
 * @param maxReplyBytes How large a reply may be.
 */
public class OkHttpTransport(
    client: OkHttpClient = defaultClient(),
    private val maxReplyBytes: Long = MAX_REPLY_BYTES,
) : HttpTransport {
    private val client = client.newBuilder()
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .callTimeout(0, TimeUnit.MILLISECONDS)
        .readTimeout(0, TimeUnit.MILLISECONDS)
        .writeTimeout(0, TimeUnit.MILLISECONDS)
        .addNetworkInterceptor(Connected)
        .build()

    override suspend fun send(request: HttpRequest): HttpReply =
        execute(request, request.body?.toRequestBody() ?: emptyBodyFor(request.method))

    override suspend fun upload(request: HttpRequest, file: UploadBody): HttpReply = execute(request, FileBody(file))

    private suspend fun execute(request: HttpRequest, body: RequestBody?): HttpReply {
        val progress = Progress()
        val call = try {
            val builder = Request.Builder().url(request.url).method(request.method, body)
            request.headers.forEach { builder.addHeader(it.name, it.value) }
            client.newCall(builder.tag(Progress::class.java, progress).build())
        } catch (e: IllegalArgumentException) {
            throw TransportException(TransportFailure.Unsendable, "OkHttp does not take this request", e)
        }
        return suspendCancellableCoroutine { waiting ->
            waiting.invokeOnCancellation { call.cancel() }
            call.enqueue(object : Callback {
                override fun onResponse(call: Call, response: Response) {
                    val reply = runCatching { response.use(::read) }
                    reply.onSuccess { waiting.resume(it) }
                    reply.onFailure { waiting.resumeWithException(it.asTransportException(progress)) }
                }

                override fun onFailure(call: Call, e: IOException) {
                    waiting.resumeWithException(e.asTransportException(progress))
                }
            })
        }
    }

    private fun read(response: Response): HttpReply {
        val source = checkNotNull(response.body) { "a reply to a call has a body" }.source()
        val body = Buffer()
        while (body.size <= maxReplyBytes && source.read(body, CHUNK) >= 0) {
            // until its end, or until it is too much
        }
        if (body.size > maxReplyBytes) {
            throw TransportException(TransportFailure.ReplyTooLarge, "the reply has more than $maxReplyBytes bytes")
        }
        val headers = response.headers.map { (name, value) -> HttpHeader(name, value) }
        return HttpReply(response.code, headers, body.readByteArray())
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
internal const val MAX_REPLY_BYTES: Long = 32L * 1024 * 1024

private const val CHUNK = 64L * 1024

/** Whether a request got as far as a connection. */
private class Progress {
    @Volatile
    var isConnected = false
}

private object Connected : Interceptor {
    override fun intercept(chain: Interceptor.Chain): Response {
        chain.request().tag(Progress::class.java)?.isConnected = true
        return chain.proceed(chain.request())
    }
}

/** Without a media type: the header has it already. */
private class FileBody(private val file: UploadBody) : RequestBody() {
    override fun contentType(): MediaType? = null

    override fun contentLength(): Long = file.size

    override fun writeTo(sink: BufferedSink) {
        file.open().source().use(sink::writeAll)
    }
}

/** OkHttp insists on a body where HTTP has one as a rule. */
private fun emptyBodyFor(method: String): RequestBody? =
    if (method in setOf("POST", "PUT", "PATCH")) ByteArray(0).toRequestBody() else null

private fun Throwable.asTransportException(progress: Progress): Throwable = when (this) {
    is TransportException, is Unreadable -> this
    is IOException -> {
        val unreadable = generateSequence<Throwable>(this) { it.cause }.firstNotNullOfOrNull { it as? Unreadable }
        val failure = if (progress.isConnected) TransportFailure.Interrupted else TransportFailure.NotConnected
        unreadable ?: TransportException(failure, message ?: javaClass.simpleName, this)
    }
    else -> this
}
