package dev.linq.client.internal

import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.encodeToJsonElement

/** The arguments of an operation by their names in the API. */
internal class Arguments {
    private val fields = LinkedHashMap<String, JsonElement>()

    /** Sets an argument; null omits it. */
    inline fun <reified T : Any> put(name: String, value: T?) {
        if (value != null) put(name, argumentJson.encodeToJsonElement(value))
    }

    fun put(name: String, value: JsonElement?) {
        if (value != null) fields[name] = value
    }

    /** Returns the arguments as JSON. */
    fun json(): String = checked("", JsonObject(fields))
}
