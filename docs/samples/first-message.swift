// ANCHOR: client
import Foundation
import LinqClient

/// Returns a client for a server. Its environment or a secret store has the key, not its source.
func serverClient(key: String) throws -> Linq {
    try Linq(apiKey: key)
}

/// Returns a client for an app, which has no API key but a token of its user.
func appClient(
    backend: URL, token: @escaping @Sendable () async throws -> String
) throws -> Linq {
    try Linq(backend: backend, tokens: CachedTokenProvider(token))
}
// ANCHOR_END: client

// ANCHOR: send
/// Sends a first message from one of your lines, and returns the identifier of the chat.
func firstMessage(to handle: String, from line: String, with linq: Linq) async throws -> String {
    let created = try await linq.chats.create(from: line, to: [handle], message: "Welcome! 👋")
    return created.chat.id
}
// ANCHOR_END: send

// ANCHOR: decorate
/// Sends a decorated text with confetti.
func birthday(of name: String, in chatID: String, with linq: Linq) async throws {
    let text = try TextBuilder().plain("Happy birthday, ").bold(name).plain(" 🎂").build()
    var message = MessageContent.text(text)
    message.effect = .confetti
    let sent = try await linq.chats.messages.send(chatID: chatID, message: message)
    print("sent as", sent.message.id)
}
// ANCHOR_END: decorate

// ANCHOR: list
/// Prints the newest messages of a chat, at most 100.
func printMessages(of chatID: String, with linq: Linq) async throws {
    var count = 0
    for try await message in linq.chats.messages.list(chatID: chatID) {
        print(message.text)
        count += 1
        if count == 100 { break }
    }
}
// ANCHOR_END: list
