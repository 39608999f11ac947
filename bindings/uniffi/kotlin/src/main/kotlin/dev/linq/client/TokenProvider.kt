package dev.linq.client

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.async

/**
 * Gives what calls are authorised with.
 *
 * A key that ships in an app is a key that leaks: an app asks its own backend for a token that stands for one person
 * and does not last long, and sends its calls there ([Linq]'s `baseUrl`). The backend checks the token, and passes the
 * call on to Linq with the key.
 */
public fun interface TokenProvider {
    /**
     * A token, asked for before each call, on a thread of `Dispatchers.Default`. It has as long as the call's
     * `deadline`. What it throws ends the call, and reaches the caller as it is.
     */
    public suspend fun token(): String

    /**
     * Told that the server refused a token (401). True if [token] would give another one now: with it the call goes on,
     * under the same idempotency key and within the same deadline, once.
     *
     * Told of a token that no request can carry as well, such as an empty one; then the call ends in any case.
     */
    public suspend fun refused(token: String): Boolean = false
}

/**
 * Keeps a token until [invalidate], or until the server rejects it; asks [source] for the next one only then.
 *
 * Calls that need a token at the same time share one request to [source], and its failure. The request is cancelled when
 * the last of them is.
 */
public class CachedTokenProvider(private val source: TokenProvider) : TokenProvider {
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
    private var cached: String? = null
    private var current: Fetch? = null

    private class Fetch(val result: Deferred<Result<String>>) {
        var waiting = 0
    }

    /** Returns the kept token, or a new one. */
    override suspend fun token(): String {
        val fetch = synchronized(scope) {
            cached?.let { return it }
            val fetch = current ?: Fetch(scope.async { runCatching { source.token() } }).also { current = it }
            fetch.apply { waiting += 1 }
        }
        try {
            return fetch.result.await().getOrThrow().also { keep(it, fetch) }
        } finally {
            leave(fetch)
        }
    }

    override suspend fun refused(token: String): Boolean {
        synchronized(scope) { if (cached == token) cached = null }
        return true
    }

    /** Drops the token, for instance when another person signs in. */
    public suspend fun invalidate() {
        synchronized(scope) {
            cached = null
            current = null
        }
    }

    /** A token that was asked for before [invalidate] is not kept. */
    private fun keep(token: String, fetch: Fetch) = synchronized(scope) {
        if (current === fetch) {
            cached = token
            current = null
        }
    }

    private fun leave(fetch: Fetch) = synchronized(scope) {
        fetch.waiting -= 1
        if (current === fetch && (fetch.waiting == 0 || fetch.result.isCompleted)) current = null
        if (fetch.waiting == 0) fetch.result.cancel()
    }
}
