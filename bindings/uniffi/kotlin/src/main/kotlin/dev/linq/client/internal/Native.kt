package dev.linq.client.internal

import dev.linq.client.ClientConfig
import dev.linq.client.DecodeWarning
import dev.linq.client.HttpHeader
import dev.linq.client.HttpResponse
import dev.linq.client.HttpRequest
import dev.linq.client.LinqException
import dev.linq.client.RateLimits
import dev.linq.client.TransportFailure
import dev.linq.client.ffi.Engine
import dev.linq.client.ffi.EngineConfig
import dev.linq.client.ffi.Header
import dev.linq.client.ffi.RateLimitConfig
import java.nio.charset.CharacterCodingException
import kotlin.time.toKotlinDuration

internal typealias NativeException = dev.linq.client.ffi.LinqException
internal typealias NativeFailure = dev.linq.client.ffi.TransportFailure
internal typealias NativeResponse = dev.linq.client.ffi.HttpResponse
internal typealias NativeRequest = dev.linq.client.ffi.HttpRequest

/** Version of the package, the same as in the `pom.xml`. */
internal const val VERSION: String = "0.1.0"

internal fun engine(baseUrl: String?, config: ClientConfig): Engine {
    val userAgent = Header("User-Agent", "linq-kotlin/$VERSION")
    val options = EngineConfig(
        baseUrl = baseUrl?.let { checked("baseUrl", it) },
        allowHttp = config.allowHttp,
        timeout = checked("timeout", config.timeout),
        maxRetries = checked("maxRetries", config.maxRetries),
        deadline = checked("deadline", config.deadline),
        headers = listOf(userAgent) + config.headers.toNative("headers"),
        rateLimits = config.rateLimits?.toNative(),
        retryQuota = checked("retryQuota", config.retryQuota),
        observesAttempts = config.observer != null,
        strictResponses = config.strictResponses,
    )
    return native { Engine(options) }
}

private fun RateLimits.toNative() = RateLimitConfig(
    published = published,
    messagesPerLine = checked("rateLimits.messagesPerLine", messagesPerLine),
    window = checked("rateLimits.window", window),
)

/** Calls core. Its errors, and a failure to load the native library, are thrown as [LinqException]. */
internal inline fun <T> native(cause: Throwable? = null, work: () -> T): T = try {
    work()
} catch (e: NativeException) {
    throw e.toPublic(cause)
} catch (_: CharacterCodingException) {
    throw loneSurrogate("text")
} catch (e: LinkageError) {
    throw NativeLibrary.exception(e)
}

internal fun Map<String, String>.toNative(path: String): List<Header> = map { (name, value) ->
    Header(checked(path, name), checked("$path[\"$name\"]", value))
}

internal fun List<Header>.toPublic(): List<HttpHeader> = map { HttpHeader(it.name, it.value) }

internal fun NativeRequest.toPublic(): HttpRequest = HttpRequest(method, url, headers.toPublic(), body)

internal fun dev.linq.client.ffi.DecodeWarning.toPublic(): DecodeWarning = DecodeWarning(path, problem)

/** Returns the response for core, without the body of a success if the host keeps it. */
internal fun HttpResponse.toNative(keepsBody: Boolean = false): NativeResponse = NativeResponse(
    status.toUShort(),
    headers.map { Header(it.name, it.value) },
    if (keepsBody && status in SUCCESS) NO_BODY else body,
)

private val SUCCESS = 200..299
private val NO_BODY = ByteArray(0)

internal fun TransportFailure.toNative(): NativeFailure = when (this) {
    TransportFailure.NotConnected -> NativeFailure.NOT_CONNECTED
    TransportFailure.InvalidRequest -> NativeFailure.INVALID_REQUEST
    TransportFailure.TimedOut -> NativeFailure.TIMED_OUT
    TransportFailure.ConnectionLost -> NativeFailure.CONNECTION_LOST
    TransportFailure.ResponseTooLarge -> NativeFailure.RESPONSE_TOO_LARGE
}

internal fun NativeFailure.toPublic(): TransportFailure = when (this) {
    NativeFailure.NOT_CONNECTED -> TransportFailure.NotConnected
    NativeFailure.INVALID_REQUEST -> TransportFailure.InvalidRequest
    NativeFailure.TIMED_OUT -> TransportFailure.TimedOut
    NativeFailure.CONNECTION_LOST -> TransportFailure.ConnectionLost
    NativeFailure.RESPONSE_TOO_LARGE -> TransportFailure.ResponseTooLarge
}

/** Returns an error code, or null if no error code of the API is that large. */
internal fun UInt.toErrorCode(): Int? = takeIf { it <= Int.MAX_VALUE.toUInt() }?.toInt()

/** Names of options by their names in core. */
private val OPTION_NAMES = mapOf(
    "base_url" to "baseUrl",
    "content_type" to "contentType",
    "idempotency_key" to "idempotencyKey",
    "max_characters" to "maxCharacters",
    "rate_limit_line" to "rateLimitLine",
    "rate_limits.messages_per_line" to "rateLimits.messagesPerLine",
)

private fun NativeException.toPublic(cause: Throwable?): LinqException = when (this) {
    is dev.linq.client.ffi.LinqException.InvalidArgument ->
        LinqException.InvalidArgument(OPTION_NAMES[path] ?: path, reason)
    is dev.linq.client.ffi.LinqException.RateLimited -> LinqException.RateLimited(detail, wait.toKotlinDuration())
    is dev.linq.client.ffi.LinqException.Transport -> LinqException.Transport(
        detail,
        cause,
        failure.toPublic(),
        mayHaveTakenEffect,
        attempts.toInt(),
        idempotencyKey,
    )
    is dev.linq.client.ffi.LinqException.Api -> LinqException.Api(
        detail,
        status.toInt(),
        code?.toErrorCode(),
        reason,
        docUrl,
        retryAfter?.toKotlinDuration(),
        traceId,
        mayHaveTakenEffect,
        attempts.toInt(),
        body,
        idempotencyKey,
    )
    is dev.linq.client.ffi.LinqException.Upload -> LinqException.Upload(detail, cause)
    is dev.linq.client.ffi.LinqException.Download -> LinqException.Download(detail, status?.toInt(), cause)
    is dev.linq.client.ffi.LinqException.Decode ->
        LinqException.Decode(detail, path, status.toInt(), traceId, body, idempotencyKey)
    is dev.linq.client.ffi.LinqException.Webhook -> LinqException.Webhook(detail, status.toInt())
}
