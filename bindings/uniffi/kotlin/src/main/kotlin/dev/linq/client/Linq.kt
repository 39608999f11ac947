package dev.linq.client

import dev.linq.client.ffi.readEnvironment
import dev.linq.client.internal.Calls
import dev.linq.client.internal.engine
import dev.linq.client.internal.native
import dev.linq.client.resource.Resources
import kotlinx.serialization.json.JsonElement

/**
 * The Linq Partner API v3. Share one between all coroutines: the transport keeps connections and threads. The first one loads the native library, which takes a moment: make it off the main thread.
 *
 * ```
 * val linq = Linq(
 *     tokens = CachedTokenProvider { session.linqToken() },
 *     baseUrl = "https://backend.example.com/linq",
 * )
 * linq.chats.participants.add(chatId, "+12052499136")
 * ```
 *
 * @param tokens Gives what calls are authorised with.
 * @param baseUrl Your backend, which passes calls on; Linq's own servers unless given. `https`, or `http` on loopback.
 *     A `/v3` after `/api/partner` is dropped.
 * @param transport Carries the requests; an [OkHttpTransport] of the client's own by default. One that is given is
 *     yours: [close] does not close it.
 * @param options What all calls share.
 * @throws LinqException.InvalidArgument if a setting makes no sense.
 */
public class Linq(
    tokens: TokenProvider,
    baseUrl: String? = null,
    transport: HttpTransport? = null,
    options: ClientOptions = ClientOptions(),
) : Resources(Calls(engine(baseUrl, options), tokens, transport)), AutoCloseable {
    /**
     * A client with the API key itself: for servers. The key may have spaces inside, but not around it: HTTP would drop
     * those.
     *
     * Whoever has your app can read a key out of it, and send in your name. Apps give a [TokenProvider].
     */
    public constructor(
        apiKey: String,
        baseUrl: String? = null,
        transport: HttpTransport? = null,
        options: ClientOptions = ClientOptions(),
    ) : this(TokenProvider { apiKey }, baseUrl, transport, options)

    /** Where requests go. */
    public val baseUrl: String get() = calls.baseUrl

    /**
     * A request that there is no method for.
     *
     * @param method Such as `POST`.
     * @param path What comes after the base URL, percent-encoded, such as `/v3/chats`.
     * @param body JSON.
     * @param idempotency What sending it twice may do: decides whether it is tried again. By its method unless given.
     * @param options What this call does otherwise.
     */
    public suspend fun request(
        method: String,
        path: String,
        body: JsonElement? = null,
        idempotency: Idempotency? = null,
        options: CallOptions = CallOptions(),
    ): HttpResponse = calls.request(method, path, body, idempotency, options)

    /**
     * Releases what the client holds outside the heap, and the connections and threads of its own transport once the
     * calls that are on their way have ended. Later calls fail with [IllegalStateException].
     */
    override fun close() {
        calls.close()
    }

    override fun toString(): String = "Linq($baseUrl)"

    /** Makes clients. */
    public companion object {
        /**
         * A client as the official environment variables say: `LINQ_API_V3_API_KEY`, and if given
         * `LINQ_API_V3_BASE_URL` and `LINQ_API_V3_CUSTOM_HEADERS` (lines of `Name: value`; those of [options] win).
         *
         * @throws LinqException.InvalidArgument with the name of the variable that makes no sense.
         */
        public fun fromEnvironment(
            transport: HttpTransport? = null,
            options: ClientOptions = ClientOptions(),
        ): Linq = fromVariables(transport, options, System.getenv())

        internal fun fromVariables(
            transport: HttpTransport?,
            options: ClientOptions,
            variables: Map<String, String>,
        ): Linq {
            val environment = native { readEnvironment(variables.filterKeys { it.startsWith("LINQ_API_V3_") }) }
            val headers = environment.headers.associate { it.name to it.value } + options.headers
            return Linq(environment.apiKey, environment.baseUrl, transport, options.withHeaders(headers))
        }
    }
}
