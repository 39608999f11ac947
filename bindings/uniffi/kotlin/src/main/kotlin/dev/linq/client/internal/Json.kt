package dev.linq.client.internal

import kotlinx.serialization.json.Json

/** JSON as the API has it: what is absent is left out, `null` is absent, what is new is skipped. */
internal val apiJson = Json {
    ignoreUnknownKeys = true
    encodeDefaults = true
    explicitNulls = false
    coerceInputValues = true
    useAlternativeNames = false // quicker, and there are none
}

/** What is sent: infinity is written all the same, to be rejected by its path. */
internal val argumentJson = Json(apiJson) { allowSpecialFloatingPointValues = true }
