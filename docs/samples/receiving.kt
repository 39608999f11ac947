package dev.linq.client.site.receiving

// ANCHOR: subscribe-imports
import dev.linq.client.Linq
import dev.linq.client.Secret
import dev.linq.client.model.EventType
// ANCHOR_END: subscribe-imports
// ANCHOR: receive-imports
import dev.linq.client.LinqException
import dev.linq.client.webhook.Deduplicated
import dev.linq.client.webhook.MemoryDedupStore
import dev.linq.client.webhook.WebhookReceiver
// ANCHOR_END: receive-imports
// ANCHOR: handle-imports
import dev.linq.client.webhook.EventData
import dev.linq.client.webhook.WebhookEvent
// ANCHOR_END: handle-imports

// ANCHOR: subscribe
/** Subscribes to messages and participants, and returns the secret that verifies deliveries. */
suspend fun subscribe(linq: Linq, url: String): Secret? {
    val events = listOf(EventType.MessageReceived, EventType.ParticipantAdded)
    return linq.webhookSubscriptions.create(events, url).signingSecret
}
// ANCHOR_END: subscribe

// ANCHOR: receive
/** Receives deliveries on a server. */
class Hook(secret: String) {
    private val receiver = WebhookReceiver(secret)
    private val store = MemoryDedupStore() // for one process

    /** Returns the status to respond with. [body] is the raw body. */
    suspend fun receive(headers: Map<String, String>, body: ByteArray): Int {
        val event = try {
            receiver.verify(headers, body)
        } catch (e: LinqException.Webhook) {
            return e.status
        }
        // If `handle` throws, respond with 500: Linq redelivers the event.
        // Running: an earlier delivery is being handled, and may still fail.
        val outcome = store.deduplicate(event.eventId) { handle(event) }
        return if (outcome == Deduplicated.Running) 503 else 204
    }
}
// ANCHOR_END: receive

// ANCHOR: handle
fun handle(event: WebhookEvent) {
    when (val data = event.data) {
        is EventData.MessageReceived ->
            println("${event.message?.senderHandle}: ${event.message?.text}")
        is EventData.ParticipantAdded -> println("${data.payload.participant?.handle} joined")
        else -> println(event.eventType)
    }
}
// ANCHOR_END: handle
