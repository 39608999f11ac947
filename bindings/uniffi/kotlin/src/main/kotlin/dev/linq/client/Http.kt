package dev.linq.client

/**
 * A header of a request or response.
 *
 * @property name Name, case-insensitive.
 * @property value Value.
 */
public class HttpHeader(public val name: String, public val value: String) {
    /** Omits the value, which may be a secret. */
    override fun toString(): String = name
}

/**
 * A request, to be sent verbatim.
 *
 * @property method HTTP method, such as `POST`.
 * @property url Absolute URL; that of an upload is secret.
 * @property headers All headers, including `Authorization`.
 * @property body Body, if the request has one.
 */
public class HttpRequest(
    public val method: String,
    public val url: String,
    public val headers: List<HttpHeader>,
    public val body: ByteArray?,
) {
    /** Omits URL, headers and body, which may contain secrets. */
    override fun toString(): String = "HttpRequest($method)"
}

/**
 * A response of any status.
 *
 * @property status HTTP status.
 * @property headers All headers.
 * @property body Complete body.
 * @property warnings The values that were skipped because they do not match the schema, at most 100. Empty in a
 *     response created by a transport.
 */
public class HttpResponse @JvmOverloads constructor(
    public val status: Int,
    public val headers: List<HttpHeader>,
    public val body: ByteArray,
    public val warnings: List<DecodeWarning> = emptyList(),
) {
    /** Returns the value of the first header with this name, which is case-insensitive. */
    public fun header(name: String): String? = headers.firstOrNull { it.name.equals(name, ignoreCase = true) }?.value

    /** Returns the body as text. */
    public fun text(): String = body.decodeToString()

    internal fun withWarnings(warnings: List<DecodeWarning>): HttpResponse =
        if (warnings.isEmpty()) this else HttpResponse(status, headers, body, warnings)

    /** Omits headers and body, which may contain secrets. */
    override fun toString(): String = "HttpResponse($status, ${body.size} bytes)"
}

/**
 * A value of a response or event that was skipped because it does not match the schema. Does not contain the value,
 * which may be private.
 *
 * @property path Path of the value, such as `messages[3].created_at`.
 * @property problem The problem, such as `not an RFC 3339 date-time`.
 */
public data class DecodeWarning(val path: String, val problem: String) {
    override fun toString(): String = "$path: $problem"
}
