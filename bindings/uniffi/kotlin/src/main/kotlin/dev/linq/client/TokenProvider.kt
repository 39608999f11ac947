package dev.linq.client

import kotlinx.coroutines.sync.Mutex
import kotlinx.coroutines.sync.withLock

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

/** Keeps a token until [invalidate], or until the server refuses it; asks [source] for the next one only then. */
public class CachedTokenProvider(private val source: TokenProvider) : TokenProvider {
    private val mutex = Mutex()
    private var cached: String? = null

    /** The kept token, or a fresh one. Calls that need one at the same time wait for the same one. */
    override suspend fun token(): String = mutex.withLock {
        cached ?: source.token().also { cached = it }
    }

    override suspend fun refused(token: String): Boolean {
        mutex.withLock { if (cached == token) cached = null }
        return true
    }

    /** Forgets the token, for instance when somebody else signs in. */
    public suspend fun invalidate() {
        mutex.withLock { cached = null }
    }
}
