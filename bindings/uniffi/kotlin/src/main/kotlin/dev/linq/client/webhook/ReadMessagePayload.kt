package dev.linq.client.webhook

import dev.linq.client.model.LegacyMessageEvent
import dev.linq.client.model.MessageEventData
import dev.linq.client.model.MessagePayload
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.decodeFromJsonElement

internal fun Json.readMessagePayload(isLegacy: Boolean, data: JsonElement): MessagePayload =
    if (isLegacy) decodeFromJsonElement<LegacyMessageEvent>(data) else decodeFromJsonElement<MessageEventData>(data)
