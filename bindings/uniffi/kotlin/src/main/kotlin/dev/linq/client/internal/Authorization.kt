package dev.linq.client.internal

import dev.linq.client.FixedToken
import dev.linq.client.LinqException
import dev.linq.client.TokenProvider
import java.time.Duration
import kotlin.time.toKotlinDuration
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withTimeoutOrNull

/** The tokens of one call, fetched on core's request. Exceptions of the provider are thrown unchanged. */
internal class Authorization(private val tokens: TokenProvider) {
    private var last = ""

    /** Returns a token, a new one if the last was rejected, or null if there is none before the timeout. */
    suspend fun token(rejected: Boolean, timeout: Duration?): String? = try {
        if (timeout == null) fetch(rejected) else withTimeoutOrNull(timeout.toKotlinDuration()) { fetch(rejected) }
    } catch (_: CancellationException) {
        currentCoroutineContext().ensureActive()
        null // a timeout of the provider
    }

    /**
     * Passes a token to core. If it is not a valid header value, the provider is notified, so that it does not cache
     * it.
     */
    suspend fun <T> submit(token: String, supply: (token: String) -> T): T = try {
        native { supply(checked(TOKEN, token)) }
    } catch (e: LinqException.InvalidArgument) {
        tokens.rejected(token)
        if (e.path != TOKEN) throw e
        throw LinqException.InvalidArgument(if (tokens is FixedToken) "apiKey" else "token", e.reason)
    }

    private suspend fun fetch(rejected: Boolean): String? =
        if (rejected && !tokens.rejected(last)) null else tokens.token().also { last = it }

    private companion object {
        /** Core's name of the token. */
        const val TOKEN = "key"
    }
}
