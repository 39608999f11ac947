package dev.linq.client

import dev.linq.client.ffi.readEnvironment
import dev.linq.client.internal.Calls
import dev.linq.client.internal.engine
import dev.linq.client.internal.native
import dev.linq.client.java.LinqCalls
import dev.linq.client.resource.Resources
import kotlinx.serialization.json.JsonElement

/**
 * A client of the Linq Partner API v3. Share one between all coroutines: the transport reuses connections and threads.
 *
 * The first client loads the native library, which takes time: create it off the main thread.
 *
 * ```
 * val linq = Linq(
 *     tokens = CachedTokenProvider { session.linqToken() },
 *     baseUrl = "https://backend.example.com/linq",
 * )
 * linq.chats.participants.add(chatId, "+12052499136")
 * ```
 *
 * @param tokens Provider of the bearer token of each call.
 * @param baseUrl Base URL of your backend, Linq's own by default; `https`, or `http` on loopback. A `/v3` after
 *     `/api/partner` is removed.
 * @param transport HTTP transport; by default an [OkHttpTransport] of the client. [close] does not close a given one.
 * @param config Options of all calls.
 * @throws LinqException.InvalidArgument if an option is invalid.
 * @throws LinqException.NativeLibrary if the native library cannot be loaded.
 */
public class Linq @JvmOverloads constructor(
    tokens: TokenProvider,
    baseUrl: String? = null,
    transport: HttpTransport? = null,
    config: ClientConfig = ClientConfig(),
) : Resources(Calls(engine(baseUrl, config), tokens, transport, config.observer)), AutoCloseable {
    /**
     * Creates a client with an API key, for servers. The key can contain spaces, but not begin or end with one.
     *
     * Do not use this in an app: a key in an app can be extracted, and used to send in your name. Apps use a
     * [TokenProvider].
     */
    @JvmOverloads
    public constructor(
        apiKey: String,
        baseUrl: String? = null,
        transport: HttpTransport? = null,
        config: ClientConfig = ClientConfig(),
    ) : this(FixedToken(apiKey), baseUrl, transport, config)

    /** Returns the operations as blocking calls and futures, for Java. */
    public fun forJava(): LinqCalls = LinqCalls(this)

    /** Base URL of requests. */
    public val baseUrl: String get() = calls.baseUrl

    /**
     * Sends a request to any path, with the retries, deadlines and errors of other calls.
     *
     * @param method HTTP method, such as `POST`.
     * @param path Path relative to the base URL, percent-encoded, such as `/v3/chats`.
     * @param body JSON body.
     * @param idempotency Idempotency of the request, which decides whether it is retried; by default that of the
     *     method.
     * @param options Options of this call.
     * @return The raw response, whose status is 2xx.
     */
    public suspend fun request(
        method: String,
        path: String,
        body: JsonElement? = null,
        idempotency: Idempotency? = null,
        options: CallOptions = CallOptions(),
    ): HttpResponse = calls.request(method, path, body, idempotency, options)

    /**
     * Releases native memory, and the connections and threads of the client's own transport once the calls in progress
     * have ended. Later calls throw [IllegalStateException].
     */
    override fun close() {
        calls.close()
    }

    override fun toString(): String = "Linq($baseUrl)"

    /** Creates clients. */
    public companion object {
        /**
         * Creates a client from the official environment variables: `LINQ_API_V3_API_KEY`, and optionally
         * `LINQ_API_V3_BASE_URL` and `LINQ_API_V3_CUSTOM_HEADERS` (lines of `Name: value`; headers of [config] override
         * them).
         *
         * @throws LinqException.InvalidArgument with the name of a variable that is missing or invalid.
         */
        @JvmStatic
        @JvmOverloads
        public fun fromEnvironment(
            transport: HttpTransport? = null,
            config: ClientConfig = ClientConfig(),
        ): Linq = fromVariables(transport, config, System.getenv())

        internal fun fromVariables(
            transport: HttpTransport?,
            config: ClientConfig,
            variables: Map<String, String>,
        ): Linq {
            val environment = native { readEnvironment(variables.filterKeys { it.startsWith("LINQ_API_V3_") }) }
            val headers = environment.headers.associate { it.name to it.value } + config.headers
            return try {
                Linq(environment.apiKey, environment.baseUrl, transport, config.withHeaders(headers))
            } catch (e: LinqException.InvalidArgument) {
                throw if (e.path == "baseUrl") LinqException.InvalidArgument("LINQ_API_V3_BASE_URL", e.reason) else e
            }
        }
    }
}
