package dev.linq.client.site.exactlyonce

// ANCHOR: key-imports
import dev.linq.client.CallOptions
import dev.linq.client.Linq
import dev.linq.client.request.MessageContent
// ANCHOR_END: key-imports
// ANCHOR: resume-imports
import dev.linq.client.LinqException
// ANCHOR_END: resume-imports

// ANCHOR: key
/** Tells a customer that an order has been shipped: once, however often this is called. */
suspend fun notify(linq: Linq, chatId: String, order: Int) {
    val options = CallOptions(idempotencyKey = "order-$order-shipped")
    val message = MessageContent("Your order has been shipped.")
    linq.chats.messages.send(chatId, message, options = options)
}
// ANCHOR_END: key

// ANCHOR: resume
/** Sends a text; if the outcome is unknown, once more under the same key. */
suspend fun sendReliably(linq: Linq, chatId: String, text: String) {
    try {
        linq.chats.messages.send(chatId, MessageContent(text))
    } catch (e: LinqException) {
        val key = e.idempotencyKey.takeIf { e.mayHaveTakenEffect } ?: throw e
        val options = CallOptions(idempotencyKey = key)
        linq.chats.messages.send(chatId, MessageContent(text), options = options)
    }
}
// ANCHOR_END: resume
