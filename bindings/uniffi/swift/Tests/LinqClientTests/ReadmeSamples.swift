// The samples of the README files, verbatim: `ReadmeTests` compares and runs them.

import Foundation
import LinqClient

/// `token` fetches a token of the signed-in user from your backend.
func client(of backend: URL, token: @escaping @Sendable () async throws -> String) throws -> Linq {
    try Linq(backend: backend, tokens: CachedTokenProvider(token))
}

func invite(_ handle: String, to chatID: String, with linq: Linq) async throws {
    try await linq.chats.messages.send(chatID: chatID, message: "Welcome!")
    try await linq.chats.participants.add(chatID: chatID, handle: handle)
}

func celebrate(in chatID: String, photo: URL, with linq: Linq) async throws {
    let text = try TextBuilder().bold("Hurray, ").mention("Zoë", handle: "+15556667777").plain(" 🎂").build()
    var message = MessageContent.text(text)
    message.effect = .confetti
    try await linq.chats.messages.send(chatID: chatID, message: message)

    let uploaded = try await linq.attachments.upload(.file(photo)) { print($0.fraction) }
    try await linq.chats.messages.send(chatID: chatID, message: .media(attachmentID: uploaded.attachmentID))
}

func save(_ part: MediaPart, to file: URL, with linq: Linq) async throws {
    let data = try await linq.attachments.download(.part(part), maxBytes: 1_000_000)
    print(data.count)
    try await linq.attachments.download(.part(part), to: file) { print($0.fraction ?? 0) }
}

/// At most 60 messages a minute from each line.
let paced = ClientConfig(rateLimits: .published(messagesPerLine: 60))

func tell(_ story: String, to recipients: [String], from line: String, with linq: Linq) async throws {
    for recipient in recipients {
        let chat = try await linq.chats.create(from: line, to: [recipient], message: "Listen:").chat
        for text in try OutgoingText(value: story).split() {
            let options = CallOptions(rateLimitLine: line)
            try await linq.chats.messages.send(chatID: chat.id, message: .text(text), options: options)
        }
    }
}

func show(_ chatID: String, with linq: Linq) async throws {
    for try await message in linq.chats.messages.list(chatID: chatID) {
        print(message.text)
    }
    let newest = try await linq.chats.messages.list(chatID: chatID, limit: 20).page()
    print(newest.items.count, newest.hasNext)
}

/// Sends a text and returns a message for the user.
func send(_ text: String, to chatID: String, with linq: Linq) async throws -> String {
    do {
        try await linq.chats.messages.send(chatID: chatID, message: .text(text))
        return "Sent."
    } catch let error as LinqError where error.code == 2013 {
        return "You have left this chat."
    } catch let error as LinqError where error.mayHaveTakenEffect {
        return "No response: it may or may not have been sent."
    } catch let error as LinqError {
        print(error, error.status ?? 0, error.traceID ?? "", error.docURL ?? "", error.retryAfter ?? 0)
        return "It was not sent."
    }
}

/// An observer for `ClientConfig(observer: Metrics { print($0) })`.
struct Metrics: AttemptObserver {
    let report: @Sendable (String) -> Void

    func onResponse(_ response: AttemptResponse) {
        report("\(response.operation): \(response.status) after \(response.duration) s, trace \(response.traceID ?? "")")
    }

    func onFailure(_ failure: AttemptFailure) {
        report("\(failure.operation): \(failure.kind), retried: \(failure.retryDelay != nil)")
    }
}

/// Returns the status to respond with; `store` is `try MemoryDedupStore()`, and `receiver` is
/// `try WebhookReceiver(secrets: [secret])`.
func receive(
    _ headers: [String: String], _ body: Data, with receiver: WebhookReceiver, _ store: MemoryDedupStore
) async -> Int {
    let event: WebhookEvent
    do {
        event = try receiver.verify(headers: headers, body: body)
    } catch {
        return (error as? LinqError)?.status ?? 500
    }
    do {
        let outcome = try await store.deduplicate(event.eventID) { try await handle(event) }
        return outcome == .running ? 503 : 200
    } catch {
        return 500
    }
}

func handle(_ event: WebhookEvent) async throws {
    switch event.data {
    case .messageReceived: print(event.message?.senderHandle ?? "", event.message?.text ?? "")
    case .participantAdded(let added): print("Hello, \(added.participant?.handle ?? "you")!")
    default: break
    }
}

/// Adds an attestation of the app to calls of the backend, but not to uploads to and downloads from the storage.
struct AttestedTransport: HTTPTransport {
    let inner = URLSessionTransport()
    let attestation: @Sendable () async throws -> String

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        var request = request
        request.setHeader("X-Firebase-AppCheck", try await attestation())
        return try await inner.send(request)
    }

    func upload(
        _ source: UploadSource, with request: HTTPRequest, progress: @escaping @Sendable (UploadProgress) -> Void
    ) async throws -> HTTPResponse {
        try await inner.upload(source, with: request, progress: progress)
    }

    func download(_ request: HTTPRequest, into body: DownloadBody) async throws -> HTTPResponse {
        try await inner.download(request, into: body)
    }
}
