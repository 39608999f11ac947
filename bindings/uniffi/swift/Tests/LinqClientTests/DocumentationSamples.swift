// The samples of the documentation, verbatim, except those of the README files: `DocumentationTests` compares and runs
// them.

import Foundation
import LinqClient

/// Sends a first message from one of your lines, and returns the identifier of the chat.
func greet(_ handle: String, from line: String, with linq: Linq) async throws -> String {
    let created = try await linq.chats.create(from: line, to: [handle], message: "Welcome! 👋")
    return created.chat.id
}

/// Sends a decorated text with confetti, and returns the message.
func congratulate(_ name: String, in chatID: String, with linq: Linq) async throws -> SentMessage {
    let text = try TextBuilder().plain("Happy birthday, ").bold(name).plain(" 🎂").build()
    var message = MessageContent.text(text)
    message.effect = .confetti
    return try await linq.chats.messages.send(chatID: chatID, message: message).message
}

/// Returns the texts of the newest messages of a chat.
func newestTexts(of chatID: String, count: Int, with linq: Linq) async throws -> [String] {
    var texts: [String] = []
    for try await message in linq.chats.messages.list(chatID: chatID, limit: count) {
        texts.append(message.text)
        if texts.count == count { break }
    }
    return texts
}

/// Creates a group with a name, and returns its identifier.
func startGroup(_ name: String, with handles: [String], from line: String, linq: Linq) async throws -> String {
    let group = try await linq.chats.create(from: line, to: handles, message: "Hello, everyone!").chat
    try await linq.chats.update(chatID: group.id, displayName: name)
    return group.id
}

/// Replaces a participant of a group, and introduces the new one.
func replace(_ old: String, by new: String, named name: String, in chatID: String, with linq: Linq) async throws {
    try await linq.chats.participants.add(chatID: chatID, handle: new)
    try await linq.chats.participants.remove(chatID: chatID, handle: old)
    let text = try TextBuilder().plain("Welcome, ").mention(name, handle: new).plain("!").build()
    try await linq.chats.messages.send(chatID: chatID, message: .text(text))
}

/// Sends a poll, and returns the identifier of its message.
func askForLunch(in chatID: String, with linq: Linq) async throws -> String {
    try await linq.chats.polls.create(chatID: chatID, poll: .options("Pizza", "Sushi")).messageID
}

/// Subscribes to messages and new participants, and returns the secret that verifies deliveries.
func subscribe(to url: String, with linq: Linq) async throws -> Secret? {
    try await linq.webhookSubscriptions.create(
        subscribedEvents: [.messageReceived, .participantAdded], targetURL: url
    ).signingSecret
}

/// Replies to a message with the same text.
func echo(_ event: WebhookEvent, with linq: Linq) async throws {
    guard event.mayAutoReply, let chatID = event.chatID, let text = event.message?.text, !text.isEmpty else { return }
    let options = CallOptions(idempotencyKey: event.eventID)
    try await linq.chats.messages.send(chatID: chatID, message: .text(text), options: options)
}

/// Uploads and sends a photo. `progress` receives the progress from 0 to 1, off the main actor.
func sendPhoto(
    _ file: URL, to chatID: String, with linq: Linq, progress: @escaping @Sendable (Double) -> Void
) async throws {
    let photo = try await linq.attachments.upload(.file(file)) { progress($0.fraction) }
    try await linq.chats.messages.send(chatID: chatID, message: .media(attachmentID: photo.attachmentID))
}

/// Returns the URLs of the files of a message.
func fileURLs(of message: Message) -> [String] {
    (message.parts ?? []).compactMap { part in
        if case .media(let file) = part { file.url?.value } else { nil }
    }
}

/// Sends a text, and if the outcome is unknown, once more with the same key: it is sent at most once.
func sendReliably(_ text: String, to chatID: String, with linq: Linq) async throws {
    do {
        try await linq.chats.messages.send(
            chatID: chatID, message: .text(text), options: CallOptions(deadline: 30))
    } catch let error as LinqError where error.mayHaveTakenEffect {
        guard let key = error.idempotencyKey else { throw error }
        try await linq.chats.messages.send(
            chatID: chatID, message: .text(text), options: CallOptions(idempotencyKey: key))
    }
}

/// A conversation for a preview.
let conversation = [
    Message(
        id: "1", isFromMe: false, fromHandle: ChatHandle(handle: "+12052499136"),
        parts: [.text(TextPart(value: "Is the cake ready?"))]),
    Message(id: "2", deliveryStatus: .delivered, isFromMe: true, parts: [.text(TextPart(value: "At seven. 🎂"))]),
]

/// An error for a preview.
let hasLeft = LinqError.api(APIFailure(detail: "You have left this chat.", status: 409, code: 2013))

/// A transport that responds to every request with the same JSON.
struct StubTransport: HTTPTransport {
    let status: Int
    let json: String

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        let type = HTTPHeader(name: "Content-Type", value: "application/json")
        return HTTPResponse(status: status, headers: [type], body: Data(json.utf8))
    }
}

/// Returns the headers and the body of a signed delivery.
func delivery(of data: JSONValue, type: EventType, secret: String) throws -> (headers: [HTTPHeader], body: Data) {
    let event: JSONValue = ["event_id": "event-1", "event_type": .string(type.rawValue), "data": data]
    let body = try JSONEncoder.linq.encode(event)
    return (try WebhookReceiver.sign(secret: secret, id: "event-1", at: Date(), body: body), body)
}
