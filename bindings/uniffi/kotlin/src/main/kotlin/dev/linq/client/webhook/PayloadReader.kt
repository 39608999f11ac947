package dev.linq.client.webhook

import dev.linq.client.ffi.VerifiedEvent
import dev.linq.client.ffi.readPayloadAgain
import dev.linq.client.internal.apiJson
import kotlinx.serialization.KSerializer
import kotlinx.serialization.Serializable
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.serializer

/** Reads the payload of an event; by way of core where it is not as documented. */
internal class PayloadReader(private val event: VerifiedEvent) {
    inline fun <reified T : Any> read(): T = read(serializer<T>())

    fun <T : Any> read(type: KSerializer<T>): T = try {
        val cleaned = event.payload
        val read = if (cleaned == null) raw(type) else apiJson.decodeFromString(type, cleaned)
        read ?: throw SerializationException("without a payload")
    } catch (e: IllegalArgumentException) { // SerializationException is one
        val cleaned = readPayloadAgain(event.eventId, event.json) ?: throw e
        apiJson.decodeFromString(type, cleaned)
    }

    /** Reads the payload as it was delivered, whatever it is. */
    fun json(): JsonElement = raw(JsonElement.serializer()) ?: JsonNull

    private fun <T : Any> raw(type: KSerializer<T>): T? =
        apiJson.decodeFromString(Delivery.serializer(type), event.json).data
}

/** The part of an event that core does not read for us. */
@Serializable
private class Delivery<T : Any>(val data: T? = null)
