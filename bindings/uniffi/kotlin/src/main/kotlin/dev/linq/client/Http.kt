package dev.linq.client

/**
 * One header of a request or a reply.
 *
 * @property name Its name, in any case.
 * @property value Its value.
 */
public class HttpHeader(public val name: String, public val value: String) {
    /** Without the value, which may be a secret. */
    override fun toString(): String = name
}

/**
 * A request, to be sent as it is.
 *
 * @property method Such as `POST`.
 * @property url The whole address.
 * @property headers All headers, the key among them.
 * @property body The body, if there is one.
 */
public class HttpRequest(
    public val method: String,
    public val url: String,
    public val headers: List<HttpHeader>,
    public val body: ByteArray?,
) {
    /** Without address, headers and body, which may be secret. */
    override fun toString(): String = "HttpRequest($method)"
}

/**
 * The response to a request, whatever its status.
 *
 * @property status The HTTP status.
 * @property headers All headers.
 * @property body The whole body.
 * @property warnings The values that were set aside, since they do not fit; at most 100. Empty where a transport makes
 *     it.
 */
public class HttpResponse(
    public val status: Int,
    public val headers: List<HttpHeader>,
    public val body: ByteArray,
    public val warnings: List<DecodeWarning> = emptyList(),
) {
    /** The first header of this name, in any case. */
    public fun header(name: String): String? = headers.firstOrNull { it.name.equals(name, ignoreCase = true) }?.value

    /** The body as text. */
    public fun text(): String = body.decodeToString()

    internal fun withWarnings(warnings: List<DecodeWarning>): HttpResponse =
        if (warnings.isEmpty()) this else HttpResponse(status, headers, body, warnings)

    /** Without headers and body, which may be secret. */
    override fun toString(): String = "HttpResponse($status, ${body.size} bytes)"
}

/**
 * A value of a response or an event that was set aside, since it does not fit. Without the value, which may be private.
 *
 * @property path Where it was, such as `messages[3].created_at`.
 * @property problem What was wrong with it, such as `not an RFC 3339 date-time`.
 */
public data class DecodeWarning(val path: String, val problem: String) {
    override fun toString(): String = "$path: $problem"
}
