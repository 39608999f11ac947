package dev.linq.client.internal

import dev.linq.client.CallOptions
import dev.linq.client.DecodeWarning
import dev.linq.client.HttpResponse
import dev.linq.client.LinqException
import dev.linq.client.Page
import dev.linq.client.ffi.PendingCall
import kotlinx.serialization.DeserializationStrategy
import kotlinx.serialization.serializer

/** A value that was read, and what had to be set aside to read it. */
internal class Decoded<out T>(val value: T, val warnings: List<DecodeWarning> = emptyList())

/** A call without a response of interest. */
internal suspend fun Calls.done(operation: String, options: CallOptions, arguments: Arguments.() -> Unit = {}) {
    operation(operation, options, arguments) { Decoded(Unit) }
}

/** A call whose response is an object. */
internal suspend inline fun <reified T> Calls.reply(
    operation: String,
    options: CallOptions,
    noinline arguments: Arguments.() -> Unit = {},
): T = operation(operation, options, arguments) { decode(it, serializer<T>()) }

/** A call whose response is an object, or a 204 without one. */
internal suspend inline fun <reified T : Any> Calls.replyOrNull(
    operation: String,
    options: CallOptions,
    noinline arguments: Arguments.() -> Unit = {},
): T? = operation(operation, options, arguments) {
    if (it.status == NO_CONTENT) Decoded(null) else decode(it, serializer<T>())
}

/** A call whose response is a page of a list. */
internal suspend inline fun <reified T> Calls.pageOf(
    items: String,
    operation: String,
    options: CallOptions,
    noinline arguments: Arguments.() -> Unit = {},
): Page<T> = operation(operation, options, arguments) { decode(it, PageReader(items, serializer<T>())) }

/** Reads a response; by way of core if it is not as documented. */
internal fun <T> PendingCall.decode(reply: HttpResponse, type: DeserializationStrategy<T>): Decoded<T> = try {
    Decoded(apiJson.decodeFromString(type, reply.text()))
} catch (_: IllegalArgumentException) { // SerializationException is one
    val clean = native { readAgain() }
    val warnings = clean.warnings.map { it.toPublic() }
    try {
        Decoded(apiJson.decodeFromString(type, clean.json.decodeToString()), warnings)
    } catch (e: IllegalArgumentException) {
        throw LinqException.Decode(
            detail = "response not understood",
            path = e.path(),
            status = reply.status,
            traceId = reply.header("x-trace-id"),
            body = reply.body,
        )
    }
}

/** Where in the JSON it is; the rest of the message quotes from it, which is private. */
internal fun IllegalArgumentException.path(): String =
    message.orEmpty().substringAfter("at path: ", "").lineSequence().first()

internal const val NO_CONTENT = 204
