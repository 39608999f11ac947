package dev.linq.client.internal

import kotlinx.serialization.json.Json

/** JSON as the API has it: what is absent is left out, what is new is passed over. */
internal val apiJson = Json {
    ignoreUnknownKeys = true
    explicitNulls = false
}

/** What is sent: infinity is written all the same, to be refused by its path. */
internal val argumentJson = Json(apiJson) { allowSpecialFloatingPointValues = true }
