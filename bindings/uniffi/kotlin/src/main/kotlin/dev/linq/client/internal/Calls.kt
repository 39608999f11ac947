package dev.linq.client.internal

import dev.linq.client.AttemptObserver
import dev.linq.client.CallOptions
import dev.linq.client.HttpResponse
import dev.linq.client.HttpTransport
import dev.linq.client.OkHttpTransport
import dev.linq.client.Idempotency
import dev.linq.client.TokenProvider
import dev.linq.client.ffi.AttemptRecord
import dev.linq.client.ffi.CallConfig
import dev.linq.client.ffi.Engine
import dev.linq.client.ffi.PendingCall
import dev.linq.client.ffi.StartedCall
import dev.linq.client.ffi.Step
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import kotlinx.serialization.json.JsonElement

/** Executes calls: core decides, the transport sends. */
internal class Calls(
    private val engine: Engine,
    private val tokens: TokenProvider,
    transport: HttpTransport?,
    private val observer: AttemptObserver? = null,
) : AutoCloseable {
    val baseUrl: String = engine.baseUrl()
    private val ownTransport = if (transport == null) OkHttpTransport() else null
    val transport: HttpTransport = transport ?: checkNotNull(ownTransport)

    private val lock = Any()
    private var running = 0
    private var isClosed = false

    /** Executes an operation. Its arguments are encoded, and its response is decoded, off the caller's thread. */
    suspend fun <T> operation(
        name: String,
        options: CallOptions,
        arguments: Arguments.() -> Unit,
        read: PendingCall.(HttpResponse) -> Decoded<T>,
    ): T = withEngine { engine ->
        val json = Arguments().apply(arguments).json()
        finish(options, { engine.begin(name, json, options.toNative()) }, read)
    }

    suspend fun request(
        method: String,
        path: String,
        body: JsonElement?,
        idempotency: Idempotency?,
        options: CallOptions,
    ): HttpResponse = withEngine { engine ->
        val json = body?.let { checkedJson("body", it.toString()) }
        val begin = {
            engine.beginRequest(
                checked("method", method),
                checked("path", path),
                json,
                idempotency?.toNative(),
                options.toNative(),
            )
        }
        finish(options, begin) { Decoded(it) }
    }

    /** Runs work on `Dispatchers.Default`, off the caller's thread, and keeps the transport open meanwhile. */
    suspend fun <T> withEngine(work: suspend (Engine) -> T): T = withContext(Dispatchers.Default) {
        synchronized(lock) {
            check(!isClosed) { "the client is closed" }
            running += 1
        }
        try {
            work(engine)
        } finally {
            synchronized(lock) {
                running -= 1
                closeUnused()
            }
        }
    }

    fun authorization(): Authorization = Authorization(tokens)

    /** Passes the records of a call's attempts since the last time to the observer, if there is one. */
    fun observe(takeAttempts: () -> List<AttemptRecord>) {
        val observer = observer ?: return
        takeAttempts().forEach(observer::notify)
    }

    /** Executes a call and decodes its response. The call stays open meanwhile, since core may have to decode it. */
    private suspend fun <T> finish(
        options: CallOptions,
        begin: () -> StartedCall,
        read: PendingCall.(HttpResponse) -> Decoded<T>,
    ): T {
        val started = native { begin() }
        return started.call.use { call ->
            val response = try {
                run(started)
            } finally {
                observe(call::takeAttempts)
            }
            val decoded = call.read(response)
            options.onResponse?.invoke(response.withWarnings(decoded.warnings))
            decoded.value
        }
    }

    /** Executes the steps of a call, and returns its successful response. */
    private suspend fun run(started: StartedCall): HttpResponse {
        val authorization = authorization()
        val call = started.call
        var last: HttpResponse? = null
        var step = started.step
        while (true) {
            observe(call::takeAttempts)
            step = when (val current = step) {
                is Step.Done -> return checkNotNull(last) { "done without a response" }
                is Step.Token -> {
                    val token = authorization.token(current.rejected, current.timeout)
                    if (token == null) {
                        native { call.tokenUnavailable() }
                    } else {
                        authorization.submit(token, call::supplyToken)
                    }
                }
                is Step.Send -> {
                    val request = current.request.toPublic()
                    when (val outcome = attempt(current.delay, current.timeout) { transport.send(request) }) {
                        is Outcome.Responded -> {
                            last = outcome.response
                            native { call.handleResponse(outcome.response.toNative(started.keepsBody)) }
                        }
                        is Outcome.Failed -> native(outcome.cause) {
                            call.handleFailure(outcome.failure.toNative(), outcome.reason)
                        }
                        is Outcome.SourceFailed -> throw outcome.cause
                    }
                }
            }
        }
    }

    override fun close() {
        synchronized(lock) {
            isClosed = true
            closeUnused()
        }
        engine.close()
    }

    private fun closeUnused() {
        if (isClosed && running == 0) ownTransport?.close()
    }
}

private fun CallOptions.toNative() = CallConfig(
    timeout = checked("timeout", timeout),
    maxRetries = checked("maxRetries", maxRetries),
    deadline = checked("deadline", deadline),
    idempotencyKey = idempotencyKey?.let { checked("idempotencyKey", it) },
    rateLimitLine = rateLimitLine?.let { checked("rateLimitLine", it) },
    headers = headers.toNative("headers"),
    query = query.toNative("query"),
    bodyFields = bodyFields?.let { checkedJson("bodyFields", it.toString()) },
)

private fun Idempotency.toNative() = when (this) {
    Idempotency.Idempotent -> dev.linq.client.ffi.Idempotency.IDEMPOTENT
    Idempotency.Keyed -> dev.linq.client.ffi.Idempotency.KEYED
    Idempotency.NotIdempotent -> dev.linq.client.ffi.Idempotency.NOT_IDEMPOTENT
}
