// The samples of the README, verbatim: `ReadmeTest` compares and runs them.
package dev.linq.client.readme

import dev.linq.client.AttemptFailure
import dev.linq.client.AttemptObserver
import dev.linq.client.AttemptResponse
import dev.linq.client.CachedTokenProvider
import dev.linq.client.CallOptions
import dev.linq.client.ClientConfig
import dev.linq.client.DownloadOptions
import dev.linq.client.DownloadSource
import dev.linq.client.Linq
import dev.linq.client.LinqException
import dev.linq.client.RateLimits
import dev.linq.client.UploadOptions
import dev.linq.client.model.MediaPart
import dev.linq.client.model.TextAnimation
import dev.linq.client.request.Effect
import dev.linq.client.request.MessageContent
import dev.linq.client.request.OutgoingMedia
import dev.linq.client.request.OutgoingText
import dev.linq.client.request.split
import dev.linq.client.request.withEffect
import dev.linq.client.webhook.Deduplicated
import dev.linq.client.webhook.EventData
import dev.linq.client.webhook.MemoryDedupStore
import dev.linq.client.webhook.WebhookEvent
import dev.linq.client.webhook.WebhookReceiver
import java.io.File
import kotlinx.coroutines.flow.take

/** [fetchToken] fetches a token of the signed-in user from your backend. */
fun linqFor(fetchToken: suspend () -> String): Linq = Linq(
    tokens = CachedTokenProvider { fetchToken() }, // called once, and again after a 401
    baseUrl = "https://backend.example.com/linq",
)

suspend fun newGroup(linq: Linq): String {
    val guests = listOf("+15556667777", "+18889990000")
    val group = linq.chats.create("+12223334444", guests, MessageContent("Welcome!")).chat
    linq.chats.update(group.id, displayName = "Project Team")
    linq.chats.participants.add(group.id, "+12052499136")
    return group.id
}

suspend fun celebrate(linq: Linq, chatId: String, picture: File) {
    val hello = MessageContent {
        bold("Hello ")
        plain("wörld 🎂")
        animated("!", TextAnimation.Shake)
    }
    linq.chats.messages.send(chatId, hello.withEffect(Effect.Confetti))

    val progress = UploadOptions(onProgress = { println("${it.sentBytes} of ${it.totalBytes} bytes") })
    val photo = linq.attachments.upload(picture, progress)
    linq.chats.messages.send(chatId, MessageContent(OutgoingText("Look"), OutgoingMedia(attachmentId = photo.attachmentId)))

    linq.chats.messages.listAll(chatId).take(100).collect { message -> println(message.text) }
}

/** Returns a client that sends at most 60 messages a minute from each line. */
fun pacedLinq(apiKey: String, baseUrl: String? = null): Linq =
    Linq(apiKey, baseUrl, config = ClientConfig(rateLimits = RateLimits(messagesPerLine = 60)))

suspend fun tell(linq: Linq, line: String, recipients: List<String>, story: String) {
    for (recipient in recipients) {
        val chat = linq.chats.create(line, listOf(recipient), MessageContent("Listen:")).chat
        for (text in OutgoingText(story).split()) {
            linq.chats.messages.send(chat.id, MessageContent(text), options = CallOptions(rateLimitLine = line))
        }
    }
}

suspend fun save(linq: Linq, part: MediaPart, folder: File): Long {
    val thumbnail = DownloadOptions(maxBytes = 1_000_000, onProgress = { received, total -> println("$received of $total") })
    println(linq.attachments.download(DownloadSource(part), thumbnail).size)
    return linq.attachments.download(DownloadSource(part), folder.resolve("photo"))
}

suspend fun ask(linq: Linq, chatId: String): String = try {
    linq.chats.messages.send(chatId, MessageContent("Are you there?"))
    "sent"
} catch (e: LinqException) {
    if (e.mayHaveTakenEffect) "unknown: ${e.message}, key ${e.idempotencyKey}" else "not sent: ${e.message}"
}

/** An observer for `ClientConfig(observer = Metrics(::println))`. */
class Metrics(private val report: (String) -> Unit) : AttemptObserver {
    override fun onResponse(response: AttemptResponse) {
        report("${response.operation}: ${response.status} after ${response.duration}, trace ${response.traceId}")
    }

    override fun onFailure(failure: AttemptFailure) {
        report("${failure.operation}: ${failure.failure}, retried after ${failure.retryDelay}")
    }
}

/** Returns the status to respond with; [receiver] is `WebhookReceiver(secret)`, and [store] is `MemoryDedupStore()`. */
suspend fun receive(
    receiver: WebhookReceiver,
    store: MemoryDedupStore,
    headers: Map<String, String>,
    body: ByteArray,
): Int {
    val event = try {
        receiver.verify(headers, body)
    } catch (e: LinqException.Webhook) {
        return e.status
    }
    val outcome = store.deduplicate(event.eventId) { handle(event) }
    return if (outcome == Deduplicated.Running) 503 else 200
}

fun handle(event: WebhookEvent) {
    when (val data = event.data) {
        is EventData.MessageReceived -> if (event.mayAutoReply) println("reply to ${event.message?.text}")
        is EventData.ParticipantAdded -> println("${data.payload.participant?.handle} joined")
        is EventData.Other -> println("keep for later: ${data.type} ${data.problem.orEmpty()}")
        else -> {}
    }
}
