package dev.linq.client.site.groups

// ANCHOR: create-imports
import dev.linq.client.Linq
import dev.linq.client.request.MessageContent
// ANCHOR_END: create-imports
// ANCHOR: poll-imports
import dev.linq.client.request.OutgoingPoll
// ANCHOR_END: poll-imports

// ANCHOR: create
/** Creates a group with a name, and returns its identifier. */
suspend fun startGroup(linq: Linq, line: String, handles: List<String>): String {
    val group = linq.chats.create(line, handles, MessageContent("Hello, everyone!")).chat
    linq.chats.update(group.id, displayName = "Project Team")
    return group.id
}
// ANCHOR_END: create

// ANCHOR: participants
/** Replaces a participant, and introduces the new one. */
suspend fun replace(linq: Linq, group: String, old: String, new: String) {
    linq.chats.participants.add(group, new)
    linq.chats.participants.remove(group, old)
    val text = MessageContent {
        plain("Welcome, ")
        mention("Zoë", new)
        plain("!")
    }
    linq.chats.messages.send(group, text)
}
// ANCHOR_END: participants

// ANCHOR: poll
/** Sends a poll, and returns the identifier of its message. */
suspend fun askForLunch(linq: Linq, group: String): String =
    linq.chats.polls.create(group, OutgoingPoll("Pizza", "Sushi")).messageId
// ANCHOR_END: poll

// ANCHOR: leave
/** Leaves a group. Afterwards, every call about it is rejected with code 2013. */
suspend fun leave(linq: Linq, group: String) {
    linq.chats.leave(group)
}
// ANCHOR_END: leave
