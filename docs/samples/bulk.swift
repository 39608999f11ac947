// ANCHOR: outbox
import Foundation
import LinqClient

/// Messages that are stored before they are sent, one JSON object on each line of a file.
struct Journal {
    struct Entry: Codable {
        let key: String
        let to: String
        let text: String
        var messageID: String?  // set once it is sent
    }

    let file: URL

    /// Returns the latest state of each entry, in order.
    func entries() throws -> [Entry] {
        guard let content = try? String(contentsOf: file, encoding: .utf8) else { return [] }
        var entries: [Entry] = []
        for line in content.split(separator: "\n") {
            // The last line may be incomplete after a crash: nothing was sent for it yet.
            let decoded = try? JSONDecoder().decode(Entry.self, from: Data(line.utf8))
            guard let entry = decoded else { continue }
            if let index = entries.firstIndex(where: { $0.key == entry.key }) {
                entries[index] = entry
            } else {
                entries.append(entry)
            }
        }
        return entries
    }

    func append(_ entry: Entry) throws {
        if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        try handle.seekToEnd()
        // The line break in front ends a line that a crash has left incomplete.
        try handle.write(contentsOf: Data("\n".utf8) + JSONEncoder().encode(entry))
        try handle.synchronize()  // on the disk before anything is sent
    }
}

/// Stores a message under its key, once, to be sent by `sendStored`.
func enqueue(_ text: String, to handle: String, key: String, in journal: Journal) throws {
    guard try !journal.entries().contains(where: { $0.key == key }) else { return }
    try journal.append(Journal.Entry(key: key, to: handle, text: text))
}

/// Sends what is stored and has no outcome, under the stored keys; also after a crash.
func sendStored(in journal: Journal, with linq: Linq) async throws {
    for var entry in try journal.entries() where entry.messageID == nil {
        let options = CallOptions(idempotencyKey: entry.key)
        let sent = try await linq.messages.create(
            to: [entry.to], message: .text(entry.text), options: options)
        entry.messageID = sent.message.id
        try journal.append(entry)
    }
}
// ANCHOR_END: outbox

// ANCHOR: limits
/// At most 60 messages a minute from each line.
let sixtyAMinute = ClientConfig(rateLimits: .published(messagesPerLine: 60))

/// Sends two messages to each number.
func invite(_ numbers: [String], from line: String, with linq: Linq) async throws {
    for number in numbers {
        let opening: MessageContent = "We are open again."
        let chat = try await linq.chats.create(from: line, to: [number], message: opening).chat
        // The line of an existing chat is not known to the client.
        let options = CallOptions(rateLimitLine: line)
        try await linq.chats.messages.send(chatID: chat.id, message: "See you!", options: options)
    }
}
// ANCHOR_END: limits

// ANCHOR: split
/// Sends a text of any length, in messages of at most 10,000 characters.
func tell(_ story: String, in chatID: String, with linq: Linq) async throws {
    for text in try OutgoingText(value: story).split() {
        try await linq.chats.messages.send(chatID: chatID, message: .text(text))
    }
}
// ANCHOR_END: split
