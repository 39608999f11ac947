package dev.linq.client

import kotlin.time.Duration
import kotlinx.serialization.json.JsonObject

/**
 * What all calls of a client share.
 *
 * @property timeout The time for one attempt; 60 seconds unless told otherwise.
 * @property maxRetries How often a failed request may be tried again, where that is safe and can help; 2 unless told
 *     otherwise.
 * @property deadline The time for a whole call, its token, pauses and retries included; none unless told otherwise.
 * @property headers Headers for every request, in ASCII.
 * @property isRateLimited Waits for a turn where the API limits how often it may be called, instead of being refused.
 * @property allowHttp Takes an `http` address of any host: keys then travel unencrypted.
 * @property strictResponses Makes a response that is not as documented a [LinqException.Decode]. By default, a value
 *     that does not fit is set aside, and listed in the [HttpResponse.warnings] of [CallOptions.onResponse].
 */
public class ClientOptions(
    public val timeout: Duration? = null,
    public val maxRetries: Int? = null,
    public val deadline: Duration? = null,
    public val headers: Map<String, String> = emptyMap(),
    public val isRateLimited: Boolean = false,
    public val allowHttp: Boolean = false,
    public val strictResponses: Boolean = false,
) {
    internal fun withHeaders(headers: Map<String, String>) =
        ClientOptions(timeout, maxRetries, deadline, headers, isRateLimited, allowHttp, strictResponses)
}

/**
 * What one call does otherwise.
 *
 * @property timeout The time for one attempt.
 * @property maxRetries How often this call may be tried again, where that is safe and can help.
 * @property deadline The time for the whole call, its token, pauses and retries included.
 * @property idempotencyKey The key under which the server carries out this call once; a fresh one if absent.
 * @property headers Headers for this call, in ASCII. With an `Authorization` among them no token is asked for.
 * @property query Query parameters for this call.
 * @property bodyFields Fields of the JSON body for this call.
 * @property onResponse Receives the raw response, once it has been read: what is newer than this version is in its body,
 *     and what was set aside in its warnings. It is called on a thread of `Dispatchers.Default`; what it throws comes
 *     out of the call.
 */
public class CallOptions(
    public val timeout: Duration? = null,
    public val maxRetries: Int? = null,
    public val deadline: Duration? = null,
    public val idempotencyKey: String? = null,
    public val headers: Map<String, String> = emptyMap(),
    public val query: Map<String, String> = emptyMap(),
    public val bodyFields: JsonObject? = null,
    public val onResponse: ((HttpResponse) -> Unit)? = null,
)

/** What sending a request twice may do. */
public enum class Idempotency {
    /** Nothing: it reads, or it sets a state to a given value. */
    Idempotent,

    /** Nothing, since both carry the same header `Idempotency-Key`. */
    Keyed,

    /** Two of what one should make. */
    NotIdempotent,
}
