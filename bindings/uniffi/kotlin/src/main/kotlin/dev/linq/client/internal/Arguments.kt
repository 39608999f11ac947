package dev.linq.client.internal

import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.encodeToJsonElement

/** The arguments of a call by their names in the API. */
internal class Arguments {
    private val fields = LinkedHashMap<String, JsonElement>()

    /** An argument; left out if it is null. */
    inline fun <reified T : Any> put(name: String, value: T?) {
        if (value != null) put(name, argumentJson.encodeToJsonElement(value))
    }

    fun put(name: String, value: JsonElement?) {
        if (value != null) fields[name] = value
    }

    /** All of them, as JSON that core can take. */
    fun json(): String = checked("", JsonObject(fields))
}
