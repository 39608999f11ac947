package dev.linq.client.internal

import dev.linq.client.CallOptions
import dev.linq.client.HttpReply
import dev.linq.client.LinqException
import dev.linq.client.Page
import kotlinx.serialization.KSerializer
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.serializer

/** A call without a reply of interest. */
internal suspend fun Calls.done(operation: String, options: CallOptions, arguments: Arguments.() -> Unit = {}) {
    operation(operation, options, arguments) {}
}

/** A call whose reply is an object. */
internal suspend inline fun <reified T> Calls.reply(
    operation: String,
    options: CallOptions,
    noinline arguments: Arguments.() -> Unit = {},
): T = operation(operation, options, arguments) { it.decode(serializer()) }

/** A call whose reply is a page of a list. */
internal suspend inline fun <reified T> Calls.pageOf(
    items: String,
    operation: String,
    options: CallOptions,
    noinline arguments: Arguments.() -> Unit = {},
): Page<T> = operation(operation, options, arguments) { it.decodePage(items, serializer()) }

internal fun <T> HttpReply.decode(serializer: KSerializer<T>): T = decoding {
    apiJson.decodeFromString(serializer, text())
}

/** The items are in the array of this name, which is the operation's own. */
internal fun <T> HttpReply.decodePage(items: String, item: KSerializer<T>): Page<T> = decoding {
    val fields = apiJson.parseToJsonElement(text()).jsonObject
    val array = fields[items] as? JsonArray ?: throw SerializationException("no array at path: \$.$items")
    val cursor = (fields["next_cursor"] as? JsonPrimitive)?.contentOrNull
    Page(array.map { apiJson.decodeFromJsonElement(item, it) }, cursor?.takeIf { it.isNotEmpty() })
}

private inline fun <T> HttpReply.decoding(read: () -> T): T = try {
    read()
} catch (e: IllegalArgumentException) { // SerializationException is one
    throw LinqException.Decode(
        detail = "the reply was not understood",
        path = e.path(),
        status = status,
        traceId = header("x-trace-id"),
        body = body,
    )
}

/** Where in the JSON it is; the rest of the message quotes from it, which is private. */
internal fun IllegalArgumentException.path(): String =
    message.orEmpty().substringAfter("at path: ", "").lineSequence().first()
