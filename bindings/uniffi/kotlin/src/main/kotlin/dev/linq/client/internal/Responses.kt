package dev.linq.client.internal

import dev.linq.client.CallOptions
import dev.linq.client.DecodeWarning
import dev.linq.client.HttpResponse
import dev.linq.client.LinqException
import dev.linq.client.Page
import dev.linq.client.ffi.PendingCall
import kotlinx.serialization.DeserializationStrategy
import kotlinx.serialization.serializer

/** A decoded value, and the values that were skipped. */
internal class Decoded<out T>(val value: T, val warnings: List<DecodeWarning> = emptyList())

/** Executes an operation without a response body. */
internal suspend fun Calls.execute(operation: String, options: CallOptions, arguments: Arguments.() -> Unit = {}) {
    operation(operation, options, arguments) { Decoded(Unit) }
}

/** Executes an operation and returns its response. */
internal suspend inline fun <reified T> Calls.response(
    operation: String,
    options: CallOptions,
    noinline arguments: Arguments.() -> Unit = {},
): T = operation(operation, options, arguments) { decode(it, serializer<T>()) }

/** Executes an operation and returns its response, or null for a 204. */
internal suspend inline fun <reified T : Any> Calls.responseOrNull(
    operation: String,
    options: CallOptions,
    noinline arguments: Arguments.() -> Unit = {},
): T? = operation(operation, options, arguments) {
    if (it.status == NO_CONTENT) Decoded(null) else decode(it, serializer<T>())
}

/** Executes an operation and returns a page of its list. */
internal suspend inline fun <reified T> Calls.pageOf(
    items: String,
    operation: String,
    options: CallOptions,
    noinline arguments: Arguments.() -> Unit = {},
): Page<T> = operation(operation, options, arguments) { decode(it, PageReader(items, serializer<T>())) }

/** Decodes a response. If that fails, core removes the values that do not match the schema, and returns warnings. */
internal fun <T> PendingCall.decode(response: HttpResponse, type: DeserializationStrategy<T>): Decoded<T> = try {
    Decoded(decodeJson(type, response.text()))
} catch (_: IllegalArgumentException) { // SerializationException is one
    val clean = native { readTolerantly(response.body) }
    val warnings = clean.warnings.map { it.toPublic() }
    try {
        Decoded(decodeJson(type, clean.json.decodeToString()), warnings)
    } catch (e: IllegalArgumentException) {
        val path = e.path()
        val at = if (path.isEmpty()) "" else ", $path"
        throw LinqException.Decode(
            detail = "accepted, but the response could not be decoded: HTTP ${response.status}$at",
            path = path.ifEmpty { "." },
            status = response.status,
            traceId = response.header("x-trace-id"),
            body = response.body,
        )
    }
}

/** Returns the JSON path in the message, such as `chats[0].id`. Its rest quotes the JSON, which may be private. */
internal fun IllegalArgumentException.path(): String =
    message.orEmpty().substringAfter("at path: ", "").lineSequence().first().removePrefix("$").removePrefix(".")

internal const val NO_CONTENT = 204
