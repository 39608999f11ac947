package dev.linq.client.example

import dev.linq.client.CallOptions
import dev.linq.client.Linq
import dev.linq.client.LinqException
import dev.linq.client.model.AddOrRemove
import dev.linq.client.model.ParticipantStatus
import dev.linq.client.model.ReactionType
import dev.linq.client.model.TextAnimation
import dev.linq.client.request.Effect
import dev.linq.client.request.MessageContent
import dev.linq.client.request.withEffect
import kotlin.system.exitProcess
import kotlinx.coroutines.flow.collect
import kotlinx.coroutines.runBlocking

/**
 * A group chat from start to end, on the emulator at `LINQ_API_V3_BASE_URL`:
 *
 *     cargo run -p linq-emulator -- --port 4010
 *     export LINQ_API_V3_BASE_URL=http://127.0.0.1:4010/api/partner LINQ_API_V3_API_KEY=any-key
 *     mvn -q compile exec:java@kotlin
 *
 * This is a program for a server: an app must not contain the key, and uses a `TokenProvider`.
 */
fun main() {
    try {
        Linq.fromEnvironment().use { linq -> runBlocking { groupChat(linq) } }
    } catch (e: LinqException) {
        System.err.println(if (e.mayHaveTakenEffect) "may have taken effect: ${e.message}" else "failed: ${e.message}")
        exitProcess(1)
    }
}

private suspend fun groupChat(linq: Linq) {
    val line = linq.phoneNumbers.list().phoneNumbers.firstNotNullOf { it.phoneNumber }
    val guest = "+12052499136"
    val welcome = MessageContent("Welcome to the group!")
    val group = linq.chats.create(from = line, to = listOf("+15556667777", "+18889990000"), message = welcome).chat
    println("a group of ${group.handles.size}: ${group.id}")

    linq.chats.update(group.id, displayName = "Project Team")
    linq.chats.participants.add(group.id, guest)

    val hello = MessageContent {
        bold("Hello ")
        plain("wörld 🎂")
        animated("!", TextAnimation.Shake)
    }
    // With the same key, a retry of the send takes effect once, even after a crash.
    val withKey = CallOptions(idempotencyKey = "hello-${group.id}")
    val sent = linq.chats.messages.send(group.id, hello.withEffect(Effect.Confetti), options = withKey).message
    linq.messages.addReaction(sent.id, AddOrRemove.Add, ReactionType.Love)

    linq.chats.messages.listAll(group.id).collect { message ->
        println("${message.createdAt} ${message.text}")
    }

    linq.chats.participants.remove(group.id, guest)
    val chat = linq.chats.retrieve(group.id)
    val present = chat.handles.filter { it.status == ParticipantStatus.Active }
    println("${chat.displayName}: ${present.mapNotNull { it.handle }.joinToString()}")
}
