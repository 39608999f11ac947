package dev.linq.client.site.agents

// ANCHOR: reply-imports
import dev.linq.client.CallOptions
import dev.linq.client.Linq
import dev.linq.client.request.MessageContent
import dev.linq.client.webhook.MemoryDedupStore
import dev.linq.client.webhook.WebhookEvent
// ANCHOR_END: reply-imports

// ANCHOR: reply
/** Replies to an inbound message, once. [think] is the agent. */
suspend fun reply(
    linq: Linq,
    store: MemoryDedupStore,
    event: WebhookEvent,
    think: suspend (String) -> String,
) {
    store.deduplicate(event.eventId) {
        // False for your own messages, opt-outs, and messages that were recovered later.
        val chatId = event.chatId.takeIf { event.mayAutoReply } ?: return@deduplicate
        linq.chats.typing.start(chatId)
        val text = think(event.message?.text.orEmpty())
        // The key sends the reply once, even if the event is handled a second time.
        val options = CallOptions(idempotencyKey = event.eventId)
        linq.chats.messages.send(chatId, MessageContent(text), options = options)
    }
}
// ANCHOR_END: reply
