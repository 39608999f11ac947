package dev.linq.client.webhook

import dev.linq.client.Timestamp
import dev.linq.client.TimestampSerializer
import dev.linq.client.ffi.VerifiedEvent
import dev.linq.client.internal.apiJson
import dev.linq.client.internal.path
import dev.linq.client.model.EventType
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.contentOrNull
import kotlinx.serialization.json.jsonObject

/**
 * One webhook event.
 *
 * Delivery is at least once and in any order: remember [eventId] to pass over repeats, and go by the times in [data].
 *
 * @property eventId The same on every delivery of this event.
 * @property eventType What it is about.
 * @property createdAt When the event came into being.
 * @property traceId Ties the event to the call that caused it.
 * @property partnerId Your account with Linq.
 * @property apiVersion The version of the API, such as `v3`.
 * @property webhookVersion The version of the payload, such as `2026-02-03`.
 * @property data What happened.
 * @property message The message in one form for both versions of the payload; of `message.sent`, `.received`, `.read`
 *     and `.delivered` only.
 * @property json The whole event as it came, to be stored or passed on.
 */
public class WebhookEvent internal constructor(
    public val eventId: String,
    public val eventType: EventType,
    public val createdAt: Timestamp?,
    public val traceId: String?,
    public val partnerId: String?,
    public val apiVersion: String?,
    public val webhookVersion: String?,
    public val data: EventData,
    public val message: MessageView?,
    public val json: String,
) {
    override fun toString(): String = "WebhookEvent($eventId, $eventType, $data)"
}

internal fun VerifiedEvent.toPublic(): WebhookEvent {
    // Core reads what is nested deeper than this parser goes.
    val envelope = ifReadable { apiJson.parseToJsonElement(json).jsonObject }
    fun text(name: String) = (envelope?.get(name) as? JsonPrimitive)?.takeIf { it.isString }?.contentOrNull
    val payload = envelope?.get("data") ?: JsonNull
    val problem = problem ?: "it is nested too deeply".takeIf { envelope == null }
    // What core does not understand is not for us to try.
    val data = if (isKnown && envelope != null) readData(payload) else null
    return WebhookEvent(
        eventId = eventId,
        eventType = EventType(eventType),
        createdAt = envelope?.get("created_at")?.let {
            ifReadable { apiJson.decodeFromJsonElement(TimestampSerializer, it) }
        },
        traceId = text("trace_id"),
        partnerId = text("partner_id"),
        apiVersion = text("api_version"),
        webhookVersion = text("webhook_version"),
        data = data ?: EventData.Other(eventType, payload, problem),
        message = message?.let { view -> ifReadable { apiJson.decodeFromString(MessageView.serializer(), view) } },
        json = json,
    )
}

/** The payload, or `Other` with what was not understood: no event is lost because of it. Null if it is new. */
private fun VerifiedEvent.readData(payload: JsonElement): EventData? = try {
    apiJson.readEventData(eventType, isLegacy, payload)
} catch (e: IllegalArgumentException) { // SerializationException is one
    EventData.Other(eventType, payload, "the payload was not understood at ${e.path().ifEmpty { "\$" }}")
}

private inline fun <T> ifReadable(read: () -> T): T? = try {
    read()
} catch (_: IllegalArgumentException) { // SerializationException is one
    null
}
