package dev.linq.client.site.bulk

// ANCHOR: outbox-imports
import dev.linq.client.CallOptions
import dev.linq.client.Linq
import dev.linq.client.request.MessageContent
import java.io.File
import java.io.FileOutputStream
import kotlinx.serialization.Serializable
import kotlinx.serialization.json.Json
// ANCHOR_END: outbox-imports
// ANCHOR: limits-imports
import dev.linq.client.ClientConfig
import dev.linq.client.RateLimits
// ANCHOR_END: limits-imports
// ANCHOR: split-imports
import dev.linq.client.request.OutgoingText
import dev.linq.client.request.split
// ANCHOR_END: split-imports

// ANCHOR: outbox
/** Messages that are stored before they are sent, one JSON object on each line of a file. */
class Journal(private val file: File) {
    /** A message; [messageId] is set once it is sent. */
    @Serializable
    data class Entry(
        val key: String,
        val to: String,
        val text: String,
        val messageId: String? = null,
    )

    /** Returns the latest state of each entry, in order. */
    fun entries(): List<Entry> {
        if (!file.exists()) return emptyList()
        val entries = LinkedHashMap<String, Entry>()
        for (line in file.readLines()) {
            // The last line may be incomplete after a crash: nothing was sent for it yet.
            val entry = runCatching { Json.decodeFromString<Entry>(line) }.getOrNull() ?: continue
            entries[entry.key] = entry
        }
        return entries.values.toList()
    }

    fun append(entry: Entry) = FileOutputStream(file, true).use { output ->
        // The line break in front ends a line that a crash has left incomplete.
        output.write("\n${Json.encodeToString(Entry.serializer(), entry)}".encodeToByteArray())
        output.fd.sync() // on the disk before anything is sent
    }
}

/** Stores a message under its key, once, to be sent by [sendStored]. */
fun enqueue(journal: Journal, handle: String, text: String, key: String) {
    if (journal.entries().none { it.key == key }) journal.append(Journal.Entry(key, handle, text))
}

/** Sends what is stored and has no outcome, under the stored keys; also after a crash. */
suspend fun sendStored(journal: Journal, linq: Linq) {
    for (entry in journal.entries().filter { it.messageId == null }) {
        val options = CallOptions(idempotencyKey = entry.key)
        val message = MessageContent(entry.text)
        val sent = linq.messages.create(listOf(entry.to), message, options = options)
        journal.append(entry.copy(messageId = sent.message.id))
    }
}
// ANCHOR_END: outbox

// ANCHOR: limits
/** At most 60 messages a minute from each line. */
val sixtyAMinute = ClientConfig(rateLimits = RateLimits(messagesPerLine = 60))

/** Sends two messages to each number. */
suspend fun invite(linq: Linq, line: String, numbers: List<String>) {
    for (number in numbers) {
        val opening = MessageContent("We are open again.")
        val chat = linq.chats.create(line, listOf(number), opening).chat
        // The line of an existing chat is not known to the client.
        val options = CallOptions(rateLimitLine = line)
        linq.chats.messages.send(chat.id, MessageContent("See you!"), options = options)
    }
}
// ANCHOR_END: limits

// ANCHOR: split
/** Sends a text of any length, in messages of at most 10,000 characters. */
suspend fun tell(linq: Linq, chatId: String, story: String) {
    for (text in OutgoingText(story).split()) {
        linq.chats.messages.send(chatId, MessageContent(text))
    }
}
// ANCHOR_END: split
