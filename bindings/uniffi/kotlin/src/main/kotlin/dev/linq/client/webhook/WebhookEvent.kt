package dev.linq.client.webhook

import dev.linq.client.DecodeWarning
import dev.linq.client.Timestamp
import dev.linq.client.ffi.VerifiedEvent
import dev.linq.client.internal.decodeJson
import dev.linq.client.internal.path
import dev.linq.client.internal.toPublic
import dev.linq.client.model.EventType
import kotlinx.serialization.json.JsonNull

/**
 * A webhook event.
 *
 * Delivery is at least once and in any order: use [MemoryDedupStore] to skip duplicates, and the timestamps in [data]
 * for the order.
 *
 * @property eventId Identifier of the event, the same in every delivery.
 * @property eventType Type of the event.
 * @property createdAt Time of creation.
 * @property traceId Trace identifier of the request that caused the event.
 * @property partnerId Identifier of your account.
 * @property apiVersion Version of the API, such as `v3`.
 * @property webhookVersion Version of the payload, such as `2026-02-03`. If the payload has the shape of the other
 *     version, it is decoded as that one.
 * @property data Payload, by the type of event.
 * @property message The message, the same for both versions of the payload; only for `message.sent`, `.received`,
 *     `.read` and `.delivered`.
 * @property chatId Identifier of the event's chat.
 * @property isInbound True if the event is a message from a recipient; false if the payload does not say.
 * @property mayAutoReply True if an automatic reply is appropriate: the event is an inbound message, delivered live,
 *     that is not an opt-out.
 * @property warnings The values of the payload that were skipped because they do not match the schema, at most 100.
 * @property json The whole event as raw JSON.
 * @property secretIndex Index of the secret that the delivery was signed with, in the list of the [WebhookReceiver]: shows
 *     when the old one of a rotation is no longer in use.
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
    public val secretIndex: Int,
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
    message = message?.let { view -> ifReadable { decodeJson(MessageView.serializer(), view) } },
    chatId = chatId,
    isInbound = isInbound,
    mayAutoReply = mayAutoReply,
    warnings = warnings.map { it.toPublic() },
    json = json,
    secretIndex = secretIndex.toInt(),
)

/** Returns the payload by the type of event, or null if the type is unknown to this version. */
private fun VerifiedEvent.readData(): EventData? = try {
    PayloadReader(this).read(eventType, isLegacy)
} catch (e: IllegalArgumentException) { // SerializationException is one
    other("${e.path().ifEmpty { "data" }}: cannot be decoded")
}

private fun VerifiedEvent.other(problem: String?): EventData.Other {
    // Core decodes deeper nesting than this parser.
    val payload = ifReadable { PayloadReader(this).json() }
    val reason = problem ?: "data: nested too deeply".takeIf { payload == null }
    return EventData.Other(eventType, payload ?: JsonNull, reason)
}

private inline fun <T> ifReadable(read: () -> T): T? = try {
    read()
} catch (_: IllegalArgumentException) { // SerializationException is one
    null
}
