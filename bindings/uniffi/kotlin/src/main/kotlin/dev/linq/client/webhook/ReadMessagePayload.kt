package dev.linq.client.webhook

import dev.linq.client.model.LegacyMessageEvent
import dev.linq.client.model.MessageEventData
import dev.linq.client.model.MessagePayload
import kotlinx.serialization.SerializationException
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.decodeFromJsonElement

/** Goes by the version; where that is absent or unknown, by the shape. */
internal fun Json.readMessagePayload(version: String?, data: JsonElement): MessagePayload {
    val hasLegacyShape = data is JsonObject && LEGACY_FIELDS.any { data[it] !in setOf(null, JsonNull) }
    val isLegacy = when (version) {
        "2026-02-03" -> false
        "2025-01-01" -> true
        else -> hasLegacyShape
    }
    if (!isLegacy) return decodeFromJsonElement<MessageEventData>(data)
    if (!hasLegacyShape) throw SerializationException("none of $LEGACY_FIELDS is there")
    return decodeFromJsonElement<LegacyMessageEvent>(data)
}

/** One of them is in every payload of version 2025-01-01, whose fields are otherwise all optional. */
private val LEGACY_FIELDS = listOf("message", "message_id", "chat_id")
