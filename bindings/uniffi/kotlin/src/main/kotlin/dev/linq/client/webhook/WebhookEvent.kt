package dev.linq.client.webhook

import dev.linq.client.DecodeWarning
import dev.linq.client.Timestamp
import dev.linq.client.ffi.VerifiedEvent
import dev.linq.client.internal.apiJson
import dev.linq.client.internal.path
import dev.linq.client.internal.toPublic
import dev.linq.client.model.EventType
import kotlinx.serialization.json.JsonNull

/**
 * One webhook event.
 *
 * Delivery is at least once and in any order: let [MemoryDedupStore] skip duplicates, and go by the times in [data].
 *
 * @property eventId The same on every delivery of this event.
 * @property eventType The type of event.
 * @property createdAt When the event was created.
 * @property traceId Ties the event to the call that caused it.
 * @property partnerId Your account with Linq.
 * @property apiVersion The version of the API, such as `v3`.
 * @property webhookVersion The version of the payload, such as `2026-02-03`. Where it disagrees with the payload's shape,
 *     the shape decides.
 * @property data What happened.
 * @property message The message in one form for both versions of the payload; of `message.sent`, `.received`, `.read`
 *     and `.delivered` only.
 * @property chatId The chat that the event is about.
 * @property isInbound Whether this is a message from the other side; false also where the payload does not say.
 * @property mayAutoReply Whether an automatic answer is in order: to an inbound message that was delivered live and does
 *     not opt out.
 * @property warnings The values of the payload that were set aside, since they do not fit; at most 100.
 * @property json The whole event, raw, to be stored or passed on.
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
    public val chatId: String?,
    public val isInbound: Boolean,
    public val mayAutoReply: Boolean,
    public val warnings: List<DecodeWarning>,
    public val json: String,
) {
    override fun toString(): String = "WebhookEvent($eventId, $eventType, $data)"
}

internal fun VerifiedEvent.toPublic(): WebhookEvent = WebhookEvent(
    eventId = eventId,
    eventType = EventType(eventType),
    createdAt = createdAt,
    traceId = traceId,
    partnerId = partnerId,
    apiVersion = apiVersion,
    webhookVersion = webhookVersion,
    data = (if (isKnown) readData() else null) ?: other(problem),
    message = message?.let { view -> ifReadable { apiJson.decodeFromString(MessageView.serializer(), view) } },
    chatId = chatId,
    isInbound = isInbound,
    mayAutoReply = mayAutoReply,
    warnings = warnings.map { it.toPublic() },
    json = json,
)

/** The payload by the type of event; null if this version does not know the type. */
private fun VerifiedEvent.readData(): EventData? = try {
    PayloadReader(this).read(eventType, isLegacy)
} catch (e: IllegalArgumentException) { // SerializationException is one
    other("not understood at ${e.path().ifEmpty { "\$" }}")
}

private fun VerifiedEvent.other(problem: String?): EventData.Other {
    // Core reads what is nested deeper than this parser goes.
    val payload = ifReadable { PayloadReader(this).json() }
    return EventData.Other(eventType, payload ?: JsonNull, problem ?: "nested too deeply".takeIf { payload == null })
}

private inline fun <T> ifReadable(read: () -> T): T? = try {
    read()
} catch (_: IllegalArgumentException) { // SerializationException is one
    null
}
