package dev.linq.client.internal

import kotlinx.serialization.DeserializationStrategy
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json

/** JSON of the API: null values are omitted, `null` is absent, unknown fields are ignored. */
internal val apiJson = Json {
    ignoreUnknownKeys = true
    encodeDefaults = true
    explicitNulls = false
    coerceInputValues = true
    useAlternativeNames = false // faster, and there are none
}

/** JSON of arguments. Non-finite numbers are encoded, and then rejected by their path. */
internal val argumentJson = Json(apiJson) { allowSpecialFloatingPointValues = true }

/** Decodes JSON of a server. The parser of JSON elements recurses without a limit. */
internal fun <T> decodeJson(type: DeserializationStrategy<T>, text: String): T = try {
    apiJson.decodeFromString(type, text)
} catch (_: StackOverflowError) {
    throw SerializationException("nested too deeply")
}
