package dev.linq.client.webhook

import dev.linq.client.ffi.VerifiedEvent
import dev.linq.client.ffi.readPayloadTolerantly
import dev.linq.client.internal.decodeJson
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.serializer

/** Decodes the payload of an event. If that fails, core removes the values that do not match the schema. */
internal class PayloadReader(private val event: VerifiedEvent) {
    inline fun <reified T : Any> read(): T = read(serializer<T>())

    fun <T : Any> read(type: KSerializer<T>): T = try {
        val cleaned = event.payload
        val read = if (cleaned == null) raw(type) else decodeJson(type, cleaned)
        read ?: throw SerializationException("no payload")
    } catch (e: IllegalArgumentException) { // SerializationException is one
        val cleaned = readPayloadTolerantly(event.eventId, event.json) ?: throw e
        decodeJson(type, cleaned)
    }

    /** Returns the raw payload. */
    fun json(): JsonElement = raw(JsonElement.serializer()) ?: JsonNull

    private fun <T : Any> raw(type: KSerializer<T>): T? =
        decodeJson(Delivery.serializer(type), event.json).data
}

/** The payload in the envelope of an event; core has decoded the other fields. */
@Serializable
private class Delivery<T : Any>(val data: T? = null)
