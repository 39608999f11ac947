package dev.linq.client.site.errors

// ANCHOR: handle-imports
import dev.linq.client.Linq
import dev.linq.client.LinqException
import dev.linq.client.request.MessageContent
// ANCHOR_END: handle-imports
// ANCHOR: options-imports
import dev.linq.client.CallOptions
import kotlin.time.Duration.Companion.seconds
// ANCHOR_END: options-imports

// ANCHOR: handle
/** Sends a text, and returns a message for the user. */
suspend fun send(linq: Linq, chatId: String, text: String): String = try {
    linq.chats.messages.send(chatId, MessageContent(text))
    "Sent."
} catch (e: LinqException.InvalidArgument) {
    "Please correct ${e.message}."
} catch (e: LinqException) {
    when {
        e.code == 2013 -> "You have left this chat."
        e.mayHaveTakenEffect -> "No response: it may or may not have been sent."
        else -> {
            println("$e, trace ${e.traceId}") // for Linq's support
            "It was not sent."
        }
    }
}
// ANCHOR_END: handle

// ANCHOR: options
/** Sends a text within 10 seconds, with at most 4 retries. */
suspend fun sendSoon(linq: Linq, chatId: String, text: String) {
    val options = CallOptions(maxRetries = 4, deadline = 10.seconds)
    linq.chats.messages.send(chatId, MessageContent(text), options = options)
}
// ANCHOR_END: options
