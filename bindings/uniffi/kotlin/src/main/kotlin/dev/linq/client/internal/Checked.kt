package dev.linq.client.internal

import dev.linq.client.LinqException
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlin.time.toJavaDuration
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

private val MAX_DURATION = 1_000_000_000.seconds
private val NON_FINITE = listOf("NaN", "Infinity", "-Infinity")

/** Returns a duration that the FFI can represent. */
internal fun checked(path: String, time: Duration?): java.time.Duration? = time?.let { checked(path, it) }

/** Returns a duration that the FFI can represent. */
internal fun checked(path: String, time: Duration): java.time.Duration {
    if (time !in Duration.ZERO..MAX_DURATION) {
        throw LinqException.InvalidArgument(path, "must be between 0 and 1,000,000,000 seconds")
    }
    return time.toJavaDuration()
}

/** Returns a count that the FFI can represent. */
internal fun checked(path: String, count: Int?): UInt? {
    if (count == null) return null
    if (count < 0) throw LinqException.InvalidArgument(path, "must not be negative")
    return count.toUInt()
}

/** Returns text that the FFI can represent: UTF-8 has no lone surrogates. */
internal fun checked(path: String, text: String): String {
    if (!text.isWellFormed()) throw loneSurrogate(path)
    return text
}

/** Returns JSON in UTF-8. It is parsed only to find the path of an invalid value. */
internal fun checkedJson(path: String, json: String): ByteArray {
    if (!json.isWellFormed() || NON_FINITE.any { it in json }) argumentJson.parseToJsonElement(json).check(path)
    return json.encodeToByteArray()
}

internal fun loneSurrogate(path: String) = LinqException.InvalidArgument(path, "contains a lone surrogate")

private fun JsonElement.check(path: String) {
    when (this) {
        is JsonObject -> forEach { (name, field) ->
            val fieldPath = if (path.isEmpty()) name else "$path.$name"
            checked(fieldPath, name)
            field.check(fieldPath)
        }
        is JsonArray -> forEachIndexed { index, item -> item.check("$path[$index]") }
        is JsonPrimitive -> {
            checked(path, content)
            if (!isString && content in NON_FINITE) throw LinqException.InvalidArgument(path, "not a finite number")
        }
    }
}

private fun String.isWellFormed() = none(Char::isSurrogate) || Charsets.UTF_8.newEncoder().canEncode(this)
