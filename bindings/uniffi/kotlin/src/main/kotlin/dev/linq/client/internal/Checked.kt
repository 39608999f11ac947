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

/** A time that core can take: there is no telling it of others. */
internal fun checked(path: String, time: Duration?): java.time.Duration? {
    if (time == null) return null
    if (time !in Duration.ZERO..LONGEST) {
        throw LinqException.Invalid(path, "it has to be 0 to 1,000,000,000 seconds")
    }
    return time.toJavaDuration()
}

/** A count that core can take. */
internal fun checked(path: String, count: Int?): UInt? {
    if (count == null) return null
    if (count < 0) throw LinqException.Invalid(path, "it has to be 0 or more")
    return count.toUInt()
}

/** Text that core can take. A `String` can hold half of an emoji that somebody cut in two; UTF-8 cannot. */
internal fun checked(path: String, text: String): String {
    if (!text.isWhole()) throw halfAt(path)
    return text
}

/** What core can take, as JSON. */
internal fun checked(path: String, value: JsonElement): String {
    val json = value.toString()
    if (!json.isWhole()) throw halfAt(value.pathOfHalf(path) ?: path)
    return json
}

internal fun halfAt(path: String) =
    LinqException.Invalid(path, "it holds half of a surrogate pair, which is no character")

private fun String.isWhole() = Charsets.UTF_8.newEncoder().canEncode(this)

private fun JsonElement.pathOfHalf(path: String): String? = when (this) {
    is JsonObject -> firstNotNullOfOrNull { (name, field) ->
        field.pathOfHalf(if (path.isEmpty()) name else "$path.$name")
    }
    is JsonArray -> indices.firstNotNullOfOrNull { get(it).pathOfHalf("$path[$it]") }
    is JsonPrimitive -> path.takeUnless { content.isWhole() }
}
