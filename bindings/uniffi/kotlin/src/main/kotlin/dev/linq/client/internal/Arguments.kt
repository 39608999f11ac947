package dev.linq.client.internal

import kotlinx.serialization.encodeToString

/** The arguments of an operation by their names in the API. */
internal class Arguments {
    private val json = StringBuilder("{")

    /** Sets an argument; null omits it. */
    inline fun <reified T : Any> put(name: String, value: T?) {
        if (value != null) append(name, argumentJson.encodeToString(value))
    }

    fun append(name: String, value: String) {
        if (json.length > 1) json.append(',')
        json.append('"').append(name).append("\":").append(value)
    }

    /** Returns the arguments as JSON. */
    fun json(): ByteArray = checkedJson("", json.append('}').toString())
}
