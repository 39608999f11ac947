package dev.linq.client.webhook

import dev.linq.client.model.LegacyMessageEvent
import dev.linq.client.model.MessageEventData
import dev.linq.client.model.MessagePayload
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.decodeFromJsonElement

/** Goes by the version; where that is absent or unknown, by the shape. */
internal fun Json.readMessagePayload(version: String?, data: JsonElement): MessagePayload {
    val isCurrent = when (version) {
        "2026-02-03" -> true
        "2025-01-01" -> false
        else -> data is JsonObject && "chat" in data
    }
    return if (isCurrent) decodeFromJsonElement<MessageEventData>(data) else decodeFromJsonElement<LegacyMessageEvent>(data)
}
