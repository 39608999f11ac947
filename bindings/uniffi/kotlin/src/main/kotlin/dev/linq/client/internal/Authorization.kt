package dev.linq.client.internal

import dev.linq.client.LinqException
import dev.linq.client.TokenProvider
import java.time.Duration
import kotlin.time.toKotlinDuration
import kotlinx.coroutines.CancellationException
import kotlinx.coroutines.currentCoroutineContext
import kotlinx.coroutines.ensureActive
import kotlinx.coroutines.withTimeoutOrNull

/** The tokens of one call, fetched when core asks for one. What the provider throws goes through. */
internal class Authorization(private val tokens: TokenProvider) {
    private var last = ""

    /** A token, another one if the last was rejected; null if none comes within this time. */
    suspend fun token(refused: Boolean, within: Duration?): String? = try {
        if (within == null) ask(refused) else withTimeoutOrNull(within.toKotlinDuration()) { ask(refused) }
    } catch (_: CancellationException) {
        currentCoroutineContext().ensureActive()
        null // a time limit of the provider's own
    }

    /** Hands it to core. Of one that no request can carry the provider is told too, lest it keep it. */
    suspend fun <T> give(token: String, authorized: (token: String) -> T): T = try {
        native { authorized(checked("key", token)) }
    } catch (e: LinqException.InvalidArgument) {
        tokens.refused(token)
        throw e
    }

    private suspend fun ask(refused: Boolean): String? =
        if (refused && !tokens.refused(last)) null else tokens.token().also { last = it }
}
