import Foundation
import LinqClient
import XCTest

/// The samples of the documentation are compiled verbatim, and run.
final class DocumentationTests: XCTestCase {
    func testSamplesAreCompiledVerbatim() throws {
        let folder = "../../Sources/LinqClient/LinqClient.docc"
        let counts = try Samples.files(in: folder).map { try Samples.check("\(folder)/\($0)") }
        XCTAssertEqual(counts.count, 7)
        XCTAssertEqual(counts.reduce(0, +), 18)
        XCTAssertFalse(counts.contains(0))
    }

    func testMessageAndGroupSamplesRun() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        let direct = try await greet(guest, from: line, with: linq)
        _ = try await congratulate("Ann", in: direct, with: linq)
        try await sendReliably("Bye", to: direct, with: linq)
        let newest = try await newestTexts(of: direct, count: 2, with: linq)
        try documented { XCTAssertEqual(newest.count, 2) }

        let handles = ["+15556667777", "+18889990000", guest]
        let group = try await startGroup("Cake", with: handles, from: line, linq: linq)
        try await replace(handles[1], by: "+14155550100", named: "Zoë", in: group, with: linq)
        let poll = try await askForLunch(in: group, with: linq)
        XCTAssertFalse(poll.isEmpty)
        let chat = try await linq.chats.retrieve(chatID: group)
        try documented {
            XCTAssertEqual(chat.displayName, "Cake")
            let active = chat.handles.filter { $0.status == .active }.compactMap(\.handle)
            XCTAssertTrue(active.contains("+14155550100"))
            XCTAssertFalse(active.contains(handles[1]))
        }
        let texts = try await emulator.texts()
        XCTAssertEqual(
            texts.prefix(5),
            ["Welcome! 👋", "Happy birthday, Ann 🎂", "Bye", "Hello, everyone!", "Welcome, Zoë!"])
    }

    func testReliableSendUsesOneKey() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client(ClientConfig(maxRetries: 0))
        let chat = try await greet(guest, from: line, with: linq)
        try await emulator.control(
            "POST", "faults", ["kind": "drop_response", "method": "POST", "path": "/v3/chats/*/messages", "times": 1])
        try await sendReliably("Once", to: chat, with: linq)
        let texts = try await emulator.texts()
        XCTAssertEqual(texts, ["Welcome! 👋", "Once"])
    }

    func testFileSamplesRun() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        let chat = try await greet(guest, from: line, with: linq)
        let photo = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).png")
        try Data(count: 1_000).write(to: photo)
        defer { try? FileManager.default.removeItem(at: photo) }
        let progress = Mutexed([Double]())
        try await sendPhoto(photo, to: chat, with: linq) { fraction in progress.withLock { $0.append(fraction) } }
        XCTAssertEqual(progress.withLock { $0.last }, 1)
        let messages = try await linq.chats.messages.list(chatID: chat).page().items
        try documented { XCTAssertEqual(messages.flatMap(fileURLs).count, 1) }
    }

    func testWebhookSamplesRun() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        let secret = try await subscribe(to: "https://example.com/linq", with: linq)
        try documented { XCTAssertNotNil(secret) }
        let signing = secret?.value ?? "whsec_c2VjcmV0LW9mLXRoZS12ZWN0b3Jz"
        let chat = try await greet(guest, from: line, with: linq)
        let data: JSONValue = [
            "id": "m1", "direction": "inbound", "chat": ["id": .string(chat)],
            "sender_handle": ["handle": .string(guest)], "parts": [["type": "text", "value": "Hi"]],
        ]
        let signed = try delivery(of: data, type: .messageReceived, secret: signing)
        let event = try WebhookReceiver(secrets: [signing]).verify(headers: signed.headers, body: signed.body)
        XCTAssertTrue(event.mayAutoReply)
        for _ in 1...2 { try await echo(event, with: linq) }
        let texts = try await emulator.texts()
        XCTAssertEqual(texts, ["Welcome! 👋", "Hi"])
    }

    func testModelsForPreviews() async throws {
        XCTAssertEqual(conversation.map(\.id), ["1", "2"])
        XCTAssertEqual(conversation.map(\.text), ["Is the cake ready?", "At seven. 🎂"])
        XCTAssertEqual("\(hasLeft)", "You have left this chat.")

        let encoded = try JSONEncoder.linq.encode(conversation)
        XCTAssertEqual(try JSONDecoder.linq.decode([Message].self, from: encoded), conversation)
        let stub = StubTransport(status: 200, json: #"{"id": "m1", "parts": []}"#)
        let message = try await Linq(apiKey: "key", transport: stub).messages.retrieve(messageID: "m1")
        XCTAssertEqual(message, Message(id: "m1", parts: []))

        let event = WebhookEvent(
            eventID: "e1", eventType: .participantAdded,
            data: .participantAdded(ParticipantAddedData(participant: ChatHandle(handle: guest))), chatID: "c1")
        try await handle(event)
        XCTAssertEqual(event, event)
        let other = UnknownObject(fields: ["type": "hologram"])
        XCTAssertEqual(MessagePart.unknown(other).type, "hologram")
        XCTAssertEqual(Page(items: conversation).hasNext, false)
        XCTAssertNil(OtherEvent(json: .null).problem)
    }

    @available(*, deprecated, message: "Reads deprecated fields.")
    func testDeprecatedFieldsAreReadAndWritten() throws {
        let message = Message(id: "m1", isDelivered: true, from: guest)
        let encoded = try JSONEncoder.linq.encode(message)
        let json = try JSONDecoder.linq.decode(JSONValue.self, from: encoded)
        XCTAssertEqual(json, ["id": "m1", "is_delivered": true, "from": .string(guest)])
        let decoded = try JSONDecoder.linq.decode(Message.self, from: encoded)
        XCTAssertEqual(decoded.from, guest)
        XCTAssertEqual(decoded.isDelivered, true)
    }

    func testModelsAreIdentifiable() {
        func identifiers<Model: Identifiable>(_ models: [Model]) -> [Model.ID] { models.map(\.id) }
        XCTAssertEqual(identifiers(conversation), ["1", "2"])
        XCTAssertEqual(identifiers([Chat(id: "c1")]), ["c1"])
        XCTAssertEqual(identifiers([PaymentRequest(id: "p1")]), ["p1"])
    }
}
