import Foundation
import LinqClient
import XCTest

/// The samples of the README files are compiled verbatim, and run.
final class ReadmeTests: XCTestCase {
    func testREADMESamplesAreCompiledVerbatim() throws {
        for (path, count) in [("../../README.md", 9)] {
            XCTAssertEqual(try Samples.check(path), count, path)
        }
    }

    func testPrivacyManifest() throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let path = "../../Sources/LinqClient/PrivacyInfo.xcprivacy"
        let manifest = try Data(contentsOf: folder.appendingPathComponent(path).standardizedFileURL)
        let list = try PropertyListSerialization.propertyList(from: manifest, format: nil)
        let fields = try XCTUnwrap(list as? [String: Any])
        XCTAssertEqual(fields["NSPrivacyTracking"] as? Bool, false)
        let accessed = try XCTUnwrap(fields["NSPrivacyAccessedAPITypes"] as? [[String: Any]])
        XCTAssertEqual(
            accessed.map { $0["NSPrivacyAccessedAPIType"] as? String }, ["NSPrivacyAccessedAPICategoryFileTimestamp"])
    }

    func testREADMESamplesRun() async throws {
        let emulator = try Emulator()
        let linq = try client(of: emulator.baseURL) { "session-token" }
        let participants = ["+15556667777", "+18889990000"]
        let group = try await linq.chats.create(from: line, to: participants, message: "Hi").chat.id
        try await invite("+14155550100", to: group, with: linq)
        let photo = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).png")
        try Data(count: 1_000).write(to: photo)
        defer { try? FileManager.default.removeItem(at: photo) }
        try await celebrate(in: group, photo: photo, with: linq)
        let uploaded = try await emulator.list("attachments").first?["id"]?.stringValue
        let copy = photo.appendingPathExtension("copy")
        defer { try? FileManager.default.removeItem(at: copy) }
        try await save(MediaPart(id: uploaded), to: copy, with: linq)
        XCTAssertEqual(try Data(contentsOf: copy).count, 1_000)
        try await show(group, with: linq)
        let sent = try await send("Cake at seven.", to: group, with: linq)
        XCTAssertEqual(sent, "Sent.")
        try await emulator.control(
            "POST", "faults", ["kind": "status", "status": 409, "code": 2013, "method": "POST", "times": 1])
        let rejected = try await send("Bye", to: group, with: linq)
        XCTAssertEqual(rejected, "You have left this chat.")
        let handles = try await linq.chats.retrieve(chatID: group).handles.map(\.handle)
        try documented { XCTAssertTrue(handles.contains("+14155550100")) }
        let texts = try await emulator.texts()
        XCTAssertEqual(texts, ["Hi", "Welcome!", "Hurray, Zoë 🎂", "Cake at seven."])
    }

    func testREADMEPacing() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client(paced)
        let story = String(repeating: "Cake! ", count: 2_000)
        try await tell(story, to: ["+15550001111", "+15550002222"], from: line, with: linq)
        let texts = try await emulator.texts()
        XCTAssertEqual(texts.count, 6)
        XCTAssertEqual(texts[1] + texts[2], story)
    }

    func testREADMEObserver() async throws {
        let emulator = try Emulator()
        let reports = Mutexed([String]())
        let metrics = Metrics { report in reports.withLock { $0.append(report) } }
        _ = try await emulator.client(ClientConfig(observer: metrics)).phoneNumbers.list()
        let lines = reports.withLock { $0 }
        XCTAssertEqual(lines.count, 1)
        XCTAssertEqual(lines.first?.hasPrefix("phone_numbers.list: 200 after "), true, "\(lines)")
    }

    func testREADMEWebhookReceiver() async throws {
        let secret = "whsec_c2VjcmV0LW9mLXRoZS12ZWN0b3Jz"
        let receiver = try WebhookReceiver(secrets: [secret])
        let body = Data(#"{"event_id": "e", "event_type": "call.ended", "data": {}}"#.utf8)
        let headers = try WebhookReceiver.sign(secret: secret, id: "m", at: Date(), body: body)
        let signed = Dictionary(uniqueKeysWithValues: headers.map { ($0.name, $0.value) })
        let store = try MemoryDedupStore()
        for (body, expected) in [(body, 200), (body, 200), (body + Data(" ".utf8), 401)] {
            let status = await receive(signed, body, with: receiver, store)
            XCTAssertEqual(status, expected)
        }
        XCTAssertEqual(store.claim("e"), .done)
    }

    func testREADMETransportAddsItsHeaderToCallsOnly() async throws {
        let storage = try RecordingServer { _ in .response(status: 200) }
        let response = """
            {"attachment_id": "a", "download_url": "https://d/x", "expires_at": "2030-01-01T00:00:00Z",
             "http_method": "PUT", "required_headers": {"content-type": "application/pdf"},
             "upload_url": "\(storage.url.absoluteString)/up"}
            """
        let server = try RecordingServer { _ in .response(status: 201, body: response) }
        let linq = try Linq(apiKey: "key", baseURL: server.url, transport: AttestedTransport { "device" })
        _ = try await linq.attachments.upload(.data(Data(count: 10), filename: "a.pdf"))
        XCTAssertEqual(server.received.first?.header("x-firebase-appcheck"), "device")
        XCTAssertEqual(storage.received.count, 1)
        XCTAssertNil(storage.received.first?.header("x-firebase-appcheck"))
    }
}
