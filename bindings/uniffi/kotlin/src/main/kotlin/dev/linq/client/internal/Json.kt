package dev.linq.client.internal

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
