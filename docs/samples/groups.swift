// ANCHOR: create
import LinqClient

/// Creates a group with a name, and returns its identifier.
func newGroup(of handles: [String], from line: String, with linq: Linq) async throws -> String {
    let hello: MessageContent = "Hello, everyone!"
    let group = try await linq.chats.create(from: line, to: handles, message: hello).chat
    try await linq.chats.update(chatID: group.id, displayName: "Project Team")
    return group.id
}
// ANCHOR_END: create

// ANCHOR: participants
/// Replaces a participant, and introduces the new one.
func replace(_ old: String, by new: String, in group: String, with linq: Linq) async throws {
    try await linq.chats.participants.add(chatID: group, handle: new)
    try await linq.chats.participants.remove(chatID: group, handle: old)
    let welcome = TextBuilder().plain("Welcome, ").mention("Zoë", handle: new).plain("!")
    try await linq.chats.messages.send(chatID: group, message: .text(welcome.build()))
}
// ANCHOR_END: participants

// ANCHOR: poll
/// Sends a poll, and returns the identifier of its message.
func lunchPoll(in group: String, with linq: Linq) async throws -> String {
    try await linq.chats.polls.create(chatID: group, poll: .options("Pizza", "Sushi")).messageID
}
// ANCHOR_END: poll

// ANCHOR: leave
/// Leaves a group. Afterwards, every call about it is rejected with code 2013.
func leave(_ group: String, with linq: Linq) async throws {
    try await linq.chats.leave(chatID: group)
}
// ANCHOR_END: leave
