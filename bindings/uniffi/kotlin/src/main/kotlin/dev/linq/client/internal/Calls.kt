package dev.linq.client.internal

import dev.linq.client.CallOptions
import dev.linq.client.HttpReply
import dev.linq.client.HttpTransport
import dev.linq.client.LinqException
import dev.linq.client.Repeat
import dev.linq.client.TokenProvider
import dev.linq.client.ffi.CallSettings
import dev.linq.client.ffi.Engine
import dev.linq.client.ffi.PendingCall
import dev.linq.client.ffi.Step
import kotlin.time.toJavaDuration
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.withContext
import kotlinx.serialization.json.JsonElement

/** Makes calls: core decides, the transport carries. */
internal class Calls(
    private val engine: Engine,
    private val tokens: TokenProvider,
    val transport: HttpTransport,
) : AutoCloseable {
    val baseUrl: String = engine.baseUrl()

    suspend fun operation(name: String, arguments: Arguments, options: CallOptions): HttpReply =
        call(options) { token -> engine.begin(token, name, arguments.json(), options.toNative()) }

    suspend fun request(
        method: String,
        path: String,
        body: JsonElement?,
        repeat: Repeat?,
        options: CallOptions,
    ): HttpReply = call(options) { token ->
        engine.beginRequest(token, method, path, body?.toString(), repeat?.toNative(), options.toNative())
    }

    private suspend fun call(options: CallOptions, begin: (token: String) -> PendingCall): HttpReply =
        withToken { token ->
            native { begin(token) }.use { drive(it) }.also { options.onReply?.invoke(it) }
        }

    private suspend fun drive(call: PendingCall): HttpReply {
        var step = native { call.start() }
        while (true) {
            step = when (val now = step) {
                is Step.Done -> return now.reply.toPublic()
                is Step.Send -> {
                    val request = now.request.toPublic()
                    when (val outcome = attempt(now.after, now.timeout) { transport.send(request) }) {
                        is Outcome.Answered -> native { call.answered(outcome.reply.toNative()) }
                        is Outcome.Failed -> native(outcome.cause) {
                            call.failed(outcome.failure.toNative(), outcome.reason)
                        }
                        is Outcome.NotRead -> throw outcome.cause
                    }
                }
            }
        }
    }

    /**
     * Runs with a token; once more with another one if the first was refused, and so nothing was done. Off the
     * caller's thread, which may be the one that draws the screen.
     */
    suspend fun <T> withToken(work: suspend (engineToken: String) -> T): T = withContext(Dispatchers.Default) {
        val token = tokens.token()
        try {
            return@withContext work(token)
        } catch (e: LinqException.Api) {
            if (e.status != UNAUTHORIZED || e.mayHaveTakenEffect || !tokens.refused(token)) throw e
        }
        work(tokens.token())
    }

    fun <T> withEngine(work: (Engine) -> T): T = native { work(engine) }

    override fun close() {
        engine.close()
    }
}

private const val UNAUTHORIZED = 401

private fun CallOptions.toNative() = CallSettings(
    timeout = timeout?.toJavaDuration(),
    maxRetries = maxRetries?.let { count("maxRetries", it) },
    deadline = deadline?.toJavaDuration(),
    idempotencyKey = idempotencyKey,
    headers = headers.toNative(),
    query = query.toNative(),
    bodyFields = bodyFields?.toString(),
)

private fun Repeat.toNative() = when (this) {
    Repeat.Harmless -> dev.linq.client.ffi.Repeat.HARMLESS
    Repeat.Keyed -> dev.linq.client.ffi.Repeat.KEYED
    Repeat.Duplicating -> dev.linq.client.ffi.Repeat.DUPLICATING
}
