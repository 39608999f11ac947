import Foundation
import LinqClient
import XCTest

/// The samples of the documentation site, in `docs/samples`, run against the emulator.
final class SiteTests: XCTestCase {
    private let ann = "+15556667777"
    private let bob = "+18889990000"

    func testFirstMessage() async throws {
        let (emulator, linq) = try start()
        let chat = try await firstMessage(to: ann, from: line, with: linq)
        try await birthday(of: "Ann", in: chat, with: linq)
        try await printMessages(of: chat, with: linq)
        let texts = try await emulator.texts()
        XCTAssertEqual(texts, ["Welcome! 👋", "Happy birthday, Ann 🎂"])
        XCTAssertNoThrow(try appClient(backend: emulator.baseURL) { "token" })
        XCTAssertNoThrow(try serverClient(key: "any-key"))
    }

    func testGroups() async throws {
        let (emulator, linq) = try start()
        let group = try await newGroup(of: [ann, bob, "+15550001111"], from: line, with: linq)
        try await replace(bob, by: guest, in: group, with: linq)
        let poll = try await lunchPoll(in: group, with: linq)
        XCTAssertFalse(poll.isEmpty)
        let chat = try await linq.chats.retrieve(chatID: group)
        XCTAssertEqual(chat.displayName, "Project Team")
        try await leave(group, with: linq)
        let texts = try await emulator.texts()
        XCTAssertEqual(texts, ["Hello, everyone!", "Welcome, Zoë!"])
    }

    func testReceiving() async throws {
        let (emulator, linq) = try start()
        let secret = try await newSubscription("https://example.com/linq", with: linq)
        let calls = try await emulator.calls("POST", "/v3/webhook-subscriptions")
        XCTAssertEqual(calls.count, 1)
        let hook = try Hook(secret: XCTUnwrap(secret).value)
        let body = Data(#"{"event_id": "e1", "event_type": "call.ended", "data": {}}"#.utf8)
        let headers = try WebhookReceiver.sign(secret: XCTUnwrap(secret).value, id: "e1", at: Date(), body: body)
        let signed = Dictionary(uniqueKeysWithValues: headers.map { ($0.name, $0.value) })
        for (body, expected) in [(body, 204), (body, 204), (body + Data(" ".utf8), 401)] {
            let status = await hook.receive(signed, body)
            XCTAssertEqual(status, expected)
        }
        let added = ParticipantAddedData(participant: ChatHandle(handle: guest))
        try await process(WebhookEvent(eventID: "e2", eventType: .participantAdded, data: .participantAdded(added)))
    }

    func testFiles() async throws {
        let (emulator, linq) = try start()
        let chat = try await firstMessage(to: ann, from: line, with: linq)
        let photo = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).jpg")
        let copy = photo.appendingPathExtension("copy")
        try Data(count: 100_000).write(to: photo)
        defer { for file in [photo, copy] { try? FileManager.default.removeItem(at: file) } }
        try await share(photo, in: [chat, chat], with: linq)
        let uploaded = try await emulator.list("attachments").first?["id"]?.stringValue
        try await download(MediaPart(id: uploaded), to: copy, with: linq)
        XCTAssertEqual(try Data(contentsOf: copy).count, 100_000)
    }

    func testErrors() async throws {
        let (emulator, linq) = try start()
        let chat = try await firstMessage(to: ann, from: line, with: linq)
        try await sendSoon("Now", to: chat, with: linq)
        let cases: [(String, Int?, String)] = [
            ("Hi", nil, "Sent."), ("", nil, "Please correct message.parts[0].value"),
            ("Hi", 2013, "You have left this chat."), ("Hi", 2015, "It was not sent."),
        ]
        for (text, code, expected) in cases {
            if let code {
                let fault: JSONValue = ["kind": "status", "status": 409, "code": .integer(Int64(code)), "times": 1]
                try await emulator.control("POST", "faults", fault)
            }
            let found = try await outcome(of: text, in: chat, with: linq)
            XCTAssertTrue(found.hasPrefix(expected), found)
        }
        try await emulator.control("POST", "faults", ["kind": "drop_response"])
        let unknown = try await outcome(of: "Hi", in: chat, with: linq)
        XCTAssertEqual(unknown, "No response: it may or may not have been sent.")
    }

    func testExactlyOnce() async throws {
        let (emulator, linq) = try start()
        let chat = try await firstMessage(to: ann, from: line, with: linq)
        for _ in 1...2 { try await notify(chat, of: 17, with: linq) }
        try await emulator.control("POST", "faults", ["kind": "drop_response", "times": 3])
        try await sendOnce("Once", to: chat, with: linq)
        let texts = try await emulator.texts()
        XCTAssertEqual(texts, ["Welcome! 👋", "Your order has been shipped.", "Once"])
    }

    func testBulk() async throws {
        let (emulator, linq) = try start()
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).jsonl")
        defer { try? FileManager.default.removeItem(at: file) }
        let journal = Journal(file: file)
        for (handle, key) in [(ann, "a"), (bob, "b"), (ann, "a")] {
            try enqueue("Sale!", to: handle, key: key, in: journal)
        }
        // The first run sends one message, and dies before it has stored the outcome.
        try await emulator.control(
            "POST", "faults", ["kind": "drop_response", "method": "POST", "path": "/v3/messages", "times": 3])
        do {
            try await sendStored(in: journal, with: linq)
            XCTFail("responses are lost")
        } catch let error as LinqError {
            XCTAssertTrue(error.mayHaveTakenEffect)
        }
        for _ in 1...2 { try await sendStored(in: journal, with: linq) }
        XCTAssertEqual(try journal.entries().compactMap(\.messageID).count, 2)
        let texts = try await emulator.texts()
        XCTAssertEqual(texts, ["Sale!", "Sale!"])

        try await invite([guest], from: line, with: emulator.client(sixtyAMinute))
        let chat = try await firstMessage(to: ann, from: line, with: linq)
        let story = String(repeating: "Cake! ", count: 2_000)
        try await tell(story, in: chat, with: linq)
        let told = try await emulator.texts().dropFirst(5).joined()
        XCTAssertEqual(told, story)
    }

    func testAgents() async throws {
        let (emulator, linq) = try start()
        let chat = try await firstMessage(to: ann, from: line, with: linq)
        let store = try MemoryDedupStore()
        let secret = "whsec_c2VjcmV0LW9mLXRoZS12ZWN0b3Jz"
        let receiver = try WebhookReceiver(secrets: [secret])
        for (id, text) in [("e1", "Hi"), ("e1", "Hi"), ("e2", "STOP")] {
            let part: JSONValue = ["type": "text", "value": .string(text)]
            let data: JSONValue = [
                "id": "m1", "direction": "inbound", "chat": ["id": .string(chat)], "parts": [part],
            ]
            let envelope: JSONValue = ["event_id": .string(id), "event_type": "message.received", "data": data]
            let body = try JSONEncoder.linq.encode(envelope)
            let headers = try WebhookReceiver.sign(secret: secret, id: id, at: Date(), body: body)
            let event = try receiver.verify(headers: headers, body: body)
            try await reply(to: event, with: linq, store) { "\($0)?" }
        }
        let texts = try await emulator.texts()
        XCTAssertEqual(texts, ["Welcome! 👋", "Hi?"])
    }

    func testTesting() async throws {
        try await testWithoutANetwork()
        let emulator = try Emulator()
        try await testWithTheEmulator(emulator.baseURL)
    }

    func testMetrics() async throws {
        let emulator = try Emulator()
        let reports = Mutexed([String]())
        let log = AttemptLog { report in reports.withLock { $0.append(report) } }
        try await emulator.control("POST", "faults", ["kind": "status", "status": 503, "code": 3006, "times": 1])
        _ = try await emulator.client(ClientConfig(observer: log)).phoneNumbers.list()
        XCTAssertEqual(reports.withLock { $0.map { $0.split(separator: " ")[1] } }, ["503,", "200,"])
    }

    private func start() throws -> (Emulator, Linq) {
        let emulator = try Emulator()
        return (emulator, try emulator.client())
    }
}
