package dev.linq.client

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.async

/**
 * A provider of the bearer token of each call. Java programs create one by [dev.linq.client.java.Adapters].
 *
 * A key in an app can be extracted. So an app fetches a short-lived token of the user from its backend, and sends its
 * calls there ([Linq]'s `baseUrl`). The backend verifies the token, and forwards the call to Linq with the key.
 */
public fun interface TokenProvider {
    /**
     * Returns a token. Called before each call, on `Dispatchers.Default`, and subject to the call's deadline. Its
     * exceptions are thrown by the call unchanged.
     */
    public suspend fun token(): String

    /**
     * Called when the server has rejected a token (401). Returns whether [token] would now return another one, with
     * which the call is retried once, with the same idempotency key and deadline.
     *
     * Also called for a token that is not a valid header value, such as an empty one; the call then fails in any case.
     */
    public suspend fun rejected(token: String): Boolean = false
}

/** A provider of the same token for every call: an API key. */
internal class FixedToken(private val token: String) : TokenProvider {
    override suspend fun token(): String = token
}

/**
 * A token provider that caches the token of [source] until [invalidate], or until the server rejects it.
 *
 * Concurrent calls share one fetch and its failure. A fetch is cancelled when no call waits for it any more.
 */
public class CachedTokenProvider(private val source: TokenProvider) : TokenProvider {
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
    private var cached: String? = null
    private var current: Fetch? = null

    private class Fetch(val result: Deferred<Result<String>>) {
        var waiters = 0
    }

    /** Returns the cached token, or fetches one. */
    override suspend fun token(): String {
        val fetch = synchronized(scope) {
            cached?.let { return it }
            val fetch = current ?: Fetch(scope.async { runCatching { source.token() } }).also { current = it }
            fetch.apply { waiters += 1 }
        }
        try {
            return fetch.result.await().getOrThrow().also { store(it, fetch) }
        } finally {
            stopWaiting(fetch)
        }
    }

    override suspend fun rejected(token: String): Boolean {
        synchronized(scope) { if (cached == token) cached = null }
        return true
    }

    /** Discards the token, for example when another user signs in. */
    public fun invalidate() {
        synchronized(scope) {
            cached = null
            current = null
        }
    }

    /** Caches a token, unless it was invalidated in the meantime. */
    private fun store(token: String, fetch: Fetch) = synchronized(scope) {
        if (current === fetch) {
            cached = token
            current = null
        }
    }

    /** Cancels a fetch if no other call waits for it. */
    private fun stopWaiting(fetch: Fetch) = synchronized(scope) {
        fetch.waiters -= 1
        if (current === fetch && (fetch.waiters == 0 || fetch.result.isCompleted)) current = null
        if (fetch.waiters == 0) fetch.result.cancel()
    }
}
