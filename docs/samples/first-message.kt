package dev.linq.client.site.firstmessage

// ANCHOR: client-imports
import dev.linq.client.CachedTokenProvider
import dev.linq.client.Linq
// ANCHOR_END: client-imports
// ANCHOR: decorate-imports
import dev.linq.client.request.Effect
// ANCHOR: send-imports
import dev.linq.client.request.MessageContent
// ANCHOR_END: send-imports
import dev.linq.client.request.withEffect
// ANCHOR_END: decorate-imports
// ANCHOR: list-imports
import kotlinx.coroutines.flow.take
// ANCHOR_END: list-imports

// ANCHOR: client
/** Returns a client for a server, with the API key in `LINQ_API_V3_API_KEY`. */
fun serverClient(): Linq = Linq.fromEnvironment()

/** Returns a client for an app, which has no API key but a token of its user. */
fun appClient(backend: String, token: suspend () -> String): Linq =
    Linq(tokens = CachedTokenProvider { token() }, baseUrl = backend)
// ANCHOR_END: client

// ANCHOR: send
/** Sends a first message from one of your lines, and returns the identifier of the chat. */
suspend fun greet(linq: Linq, line: String, handle: String): String =
    linq.chats.create(line, listOf(handle), MessageContent("Welcome! 👋")).chat.id
// ANCHOR_END: send

// ANCHOR: decorate
/** Sends a decorated text with confetti. */
suspend fun congratulate(linq: Linq, chatId: String, name: String) {
    val text = MessageContent {
        plain("Happy birthday, ")
        bold(name)
        plain(" 🎂")
    }
    val sent = linq.chats.messages.send(chatId, text.withEffect(Effect.Confetti))
    println("sent as ${sent.message.id}")
}
// ANCHOR_END: decorate

// ANCHOR: list
/** Prints the newest messages of a chat, at most 100. */
suspend fun show(linq: Linq, chatId: String) {
    linq.chats.messages.listAll(chatId).take(100).collect { message -> println(message.text) }
}
// ANCHOR_END: list
