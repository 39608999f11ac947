package dev.linq.client

import dev.linq.client.internal.apiJson
import java.io.File
import kotlin.test.assertEquals
import kotlin.test.assertNotNull
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.doubleOrNull
import kotlinx.serialization.serializer

/** The test vectors that all languages share. */
internal object Vectors {
    private val folder = File("../../../tests/vectors")

    fun names(kind: String): Set<String> =
        folder.resolve(kind).list().orEmpty().map { it.removeSuffix(".json") }.toSet()

    fun read(path: String): JsonElement = Json.parseToJsonElement(folder.resolve("$path.json").readText())

    fun readOrNull(path: String): JsonElement? = if (folder.resolve("$path.json").exists()) read(path) else null
}

/** Encodes the result of a call. */
internal fun encoded(operation: String, value: Any): JsonElement {
    if (value !is Page<*>) return apiJson.encodeToJsonElement(serializer(value.javaClass), value)
    val key = if (operation == "chats.list_chats") "chats" else "messages"
    val items = JsonArray(value.items.map { encoded(operation, assertNotNull(it)) })
    val cursor = value.nextCursor?.let { mapOf("next_cursor" to JsonPrimitive(it)) }.orEmpty()
    return JsonObject(mapOf(key to items) + cursor)
}

/** Asserts that two JSON values are equal, regardless of the order of keys and the format of numbers. */
internal fun assertSameJson(expected: JsonElement, actual: JsonElement, what: String) {
    assertEquals(expected.normalized(), actual.normalized(), what)
}

private fun JsonElement.normalized(): Any? = when (this) {
    is JsonNull -> null
    is JsonObject -> mapValues { it.value.normalized() }
    is JsonArray -> map { it.normalized() }
    is JsonPrimitive -> if (isString) content else doubleOrNull ?: content
}
