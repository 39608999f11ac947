package dev.linq.client.internal

import dev.linq.client.LinqException
import kotlin.time.Duration
import kotlin.time.Duration.Companion.seconds
import kotlin.time.toJavaDuration
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive

private val LONGEST = 1_000_000_000.seconds
private val NO_NUMBERS = listOf("NaN", "Infinity", "-Infinity")

/** A time that core can take: there is no telling it of others. */
internal fun checked(path: String, time: Duration?): java.time.Duration? {
    if (time == null) return null
    if (time !in Duration.ZERO..LONGEST) {
        throw LinqException.InvalidArgument(path, "it has to be 0 to 1,000,000,000 seconds")
    }
    return time.toJavaDuration()
}

/** A count that core can take. */
internal fun checked(path: String, count: Int?): UInt? {
    if (count == null) return null
    if (count < 0) throw LinqException.InvalidArgument(path, "it has to be 0 or more")
    return count.toUInt()
}

/** Text that core can take. A `String` can hold half of an emoji that somebody cut in two; UTF-8 cannot. */
internal fun checked(path: String, text: String): String {
    if (!text.isWhole()) throw halfAt(path)
    return text
}

/** JSON that core can take. The tree is walked only to find the path of a value that core cannot take. */
internal fun checked(path: String, value: JsonElement): String {
    val json = value.toString()
    if (!json.isWhole() || NO_NUMBERS.any { it in json }) value.check(path)
    return json
}

internal fun halfAt(path: String) =
    LinqException.InvalidArgument(path, "it holds half of a surrogate pair, which is no character")

private fun JsonElement.check(path: String) {
    when (this) {
        is JsonObject -> forEach { (name, field) ->
            val place = if (path.isEmpty()) name else "$path.$name"
            checked(place, name)
            field.check(place)
        }
        is JsonArray -> forEachIndexed { index, item -> item.check("$path[$index]") }
        is JsonPrimitive -> {
            checked(path, content)
            if (!isString && content in NO_NUMBERS) throw LinqException.InvalidArgument(path, "a finite number is needed")
        }
    }
}

private fun String.isWhole() = none(Char::isSurrogate) || Charsets.UTF_8.newEncoder().canEncode(this)
