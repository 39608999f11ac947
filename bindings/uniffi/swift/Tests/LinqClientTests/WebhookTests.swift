import LinqClient
import XCTest

final class WebhookTests: XCTestCase {
    private let secret = "whsec_c2VjcmV0LW9mLXRoZS12ZWN0b3Jz"

    func testSignatureVectors() throws {
        for one in try Vectors.json("webhooks/signatures.json").items {
            guard case .object(let fields) = one, case .integer(let now)? = fields["now"],
                case .integer(let tolerance)? = fields["tolerance_seconds"]
            else { return XCTFail("\(one)") }
            let name = fields["name"]?.stringValue ?? ""
            let secrets = fields["secrets"]?.items.compactMap(\.stringValue) ?? []
            let headers = fields["headers"]?.items.map {
                HTTPHeader(name: $0.items[0].stringValue!, value: $0.items[1].stringValue!)
            }
            let text = fields["body"]?.stringValue.map { Data($0.utf8) }
            let body = text ?? Data(base64Encoded: fields["body_base64"]!.stringValue!)!
            let receiver = try WebhookReceiver(secrets: secrets, tolerance: TimeInterval(tolerance))
            let outcome = Result {
                try receiver.verify(
                    headers: headers!, body: body, now: Date(timeIntervalSince1970: TimeInterval(now)))
            }
            let isAccepted = fields["expect"]?["kind"] != nil
            switch outcome {
            case .success(let event):
                guard case .integer(let index)? = fields["expect"]?["secret"] else { return XCTFail(name) }
                XCTAssertEqual(event.secretIndex, Int(index), name)
            case .failure(LinqError.webhook(_, let status)):
                // A signed body that is not an event is 400, and its signature valid.
                XCTAssertEqual(status, isAccepted ? 400 : 401, name)
            case .failure(let error): XCTFail("\(name): \(error)")
            }
        }
    }

    func testEventVectors() throws {
        let receiver = try WebhookReceiver(secrets: [secret])
        var types: Set<EventType> = []
        for file in ["events", "event_samples"] {
            let bodies = try bodies("webhooks/\(file).json")
            let samples = try Vectors.json("webhooks/\(file).json").items
            XCTAssertEqual(bodies.count, samples.count)
            for (body, sample) in zip(bodies, samples) {
                if sample["expect"]?["malformed"] == "event_id" {
                    XCTAssertEqual(try verify(body, receiver).eventID, "msg_1", "that of the delivery")
                    continue
                }
                if sample["expect"]?["malformed"] != nil {
                    XCTAssertThrowsError(try verify(body, receiver)) {
                        XCTAssertEqual(($0 as? LinqError)?.status, 400, "\(sample)")
                    }
                    continue
                }
                let event = try verify(body, receiver)
                try check(event, sample)
                types.insert(event.eventType)
            }
        }
        XCTAssertGreaterThanOrEqual(types.count, 75)
    }

    /// Returns the raw events, one per line: decoding and encoding would change the order of fields.
    private func bodies(_ path: String) throws -> [Data] {
        String(decoding: try Vectors.data(path), as: UTF8.self).split(separator: "\n").compactMap { line in
            guard let start = line.range(of: "\"event\": "),
                let end = line.range(of: ", \"expect\": ", options: .backwards)
            else { return nil }
            return Data(line[start.upperBound..<end.lowerBound].utf8)
        }
    }

    private func check(_ event: WebhookEvent, _ sample: JSONValue) throws {
        let name = sample["name"]?.stringValue ?? ""
        let expect = sample["expect"]!
        XCTAssertEqual(event.eventID, sample["event"]?["event_id"]?.stringValue, name)
        if expect["reads_as"] == "other" {
            guard case .other(let other) = event.data else { return XCTFail(name) }
            XCTAssertEqual(other.json, sample["event"]?["data"] ?? .null, name)
            if let problem = expect["problem"]?.stringValue {
                XCTAssertTrue(other.problem?.hasPrefix(problem) == true, "\(name): \(other.problem ?? "none")")
            } else {
                XCTAssertNil(other.problem, name)
            }
            return
        }
        guard let child = Mirror(reflecting: event.data).children.first else { return XCTFail(name) }
        var payload = child.value
        if let message = payload as? MessageEvent {
            let isNewest = if case .v2026 = message { true } else { false }
            XCTAssertEqual(isNewest, expect["version"] == "2026-02-03", name)
            payload = Mirror(reflecting: message).children.first!.value
            XCTAssertNotNil(event.message, name)
        }
        guard let payload = payload as? any Encodable else { return XCTFail("\(name): \(payload)") }
        if expect["unchanged"] == true {
            XCTAssertEqual(try JSONValue(written: payload), sample["event"]?["data"], name)
        }
    }

    func testMessageViewOfBothPayloadVersions() throws {
        let receiver = try WebhookReceiver(secrets: [secret])
        let samples = try Vectors.json("webhooks/events.json").items
        for version in ["2026-02-03", "2025-01-01"] {
            let sample = samples.first { $0["name"] == .string("message.received, \(version), every field") }!
            let message = try XCTUnwrap(try verify(JSONEncoder.linq.encode(sample["event"]!), receiver).message)
            XCTAssertTrue(message.isInbound)
            XCTAssertFalse(message.text.isEmpty)
            XCTAssertNotNil(message.senderHandle)
            XCTAssertEqual(message.chatID?.isEmpty, false)
        }
    }

    func testNumberOutOfRangeInEventIsSkipped() throws {
        let receiver = try WebhookReceiver(secrets: [secret])
        let bodies = try bodies("webhooks/events.json") + bodies("webhooks/event_samples.json")
        var changed = 0
        for body in bodies {
            let text = String(decoding: body, as: UTF8.self)
            let larger = text.replacingOccurrences(
                of: #""size_bytes": ?[0-9]+"#, with: "\"size_bytes\": \(UInt64.max)", options: .regularExpression)
            guard larger != text, let before = try? verify(body, receiver) else { continue }
            changed += 1
            let event = try verify(Data(larger.utf8), receiver)
            if case .other = event.data { XCTFail(text) }
            XCTAssertEqual(event.message?.parts.count, before.message?.parts.count)
            XCTAssertEqual(event.message?.text, before.message?.text)
        }
        XCTAssertGreaterThan(changed, 0)
    }

    func testEventsThatFoundationCannotParse() throws {
        let receiver = try WebhookReceiver(secrets: [secret])
        @Sendable func nested(_ depth: Int) -> String {
            String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
        }
        let values = ["1e999"] + [300, 600, 100_000].map(nested)
        let problems = Mutexed([String]())
        // With the stack size of Apple's secondary threads.
        let thread = Thread { [secret] in
            func verify(_ type: String, _ data: String) throws -> WebhookEvent {
                let body = Data(
                    #"{"event_id": "e1", "event_type": "\#(type)", "trace_id": "t1", "data": \#(data)}"#.utf8)
                let headers = try WebhookReceiver.sign(secret: secret, id: "m", at: Date(), body: body)
                let event = try receiver.verify(headers: headers, body: body)
                if event.raw != body || event.traceID != "t1" { throw CancellationError() }
                return event
            }
            for value in values {
                let known = try? verify("participant.added", #"{"chat_id": "c", "x": \#(value)}"#)
                if case .participantAdded(let added)? = known?.data, added.chatID == "c" {
                } else {
                    problems.withLock { $0.append("known, \(value.prefix(40)): \(known as Any)") }
                }
                let unknown = try? verify("mood.changed", #"{"x": \#(value)}"#)
                if case .other(let other)? = unknown?.data, other.problem != nil {
                } else {
                    problems.withLock { $0.append("unknown, \(value.prefix(40)): \(unknown as Any)") }
                }
            }
            if case .other(let other)? = try? verify("mood.changed", nested(130)).data, other.json != .null {
            } else {
                problems.withLock { $0.append("nested 130 times") }
            }
            problems.withLock { $0.append("done") }
        }
        thread.stackSize = 512 << 10
        thread.start()
        while !thread.isFinished { usleep(10_000) }
        XCTAssertEqual(problems.withLock { $0 }, ["done"])
    }

    func testDateOutOfRangeIsRejected() throws {
        let receiver = try WebhookReceiver(secrets: [secret])
        for seconds in [1e19, -1e19, 1e15, .nan, .infinity] {
            let date = Date(timeIntervalSince1970: seconds)
            XCTAssertThrowsError(try receiver.verify(headers: [HTTPHeader](), body: Data(), now: date)) {
                guard case LinqError.invalidArgument("now", _) = $0 else { return XCTFail("\($0)") }
            }
            XCTAssertThrowsError(try WebhookReceiver.sign(secret: secret, id: "m", at: date, body: Data())) {
                guard case LinqError.invalidArgument("date", _) = $0 else { return XCTFail("\($0)") }
            }
            XCTAssertThrowsError(try JSONEncoder.linq.encode(["at": date]))
        }
    }

    func testLoneSurrogateInEventIsReplaced() throws {
        let receiver = try WebhookReceiver(secrets: [secret])
        var read = 0
        for body in try bodies("webhooks/events.json") {
            let text = String(decoding: body, as: UTF8.self)
            let cut = Data(
                text.replacingOccurrences(
                    of: #""value": ?"[^"]*""#, with: #""value": "cake \\ud83c""#, options: .regularExpression
                ).utf8)
            guard cut != body, try verify(body, receiver).message?.text.isEmpty == false else { continue }
            let event = try verify(cut, receiver)
            if case .other = event.data { return XCTFail("\(event)") }
            XCTAssertEqual(event.message?.parts.texts.first, "cake \u{FFFD}")
            XCTAssertEqual(event.raw, cut)
            read += 1
        }
        XCTAssertGreaterThan(read, 0)
    }

    func testSignatureOfAnotherSecretIsRejectedWith401() throws {
        let receiver = try WebhookReceiver(secrets: [secret])
        let body = Data(#"{"event_id": "e", "event_type": "call.ended", "data": {}}"#.utf8)
        let headers = try WebhookReceiver.sign(secret: "whsec_c29tZWJvZHkgZWxzZQ==", id: "m", at: Date(), body: body)
        XCTAssertThrowsError(try receiver.verify(headers: headers, body: body)) {
            XCTAssertEqual(($0 as? LinqError)?.status, 401)
        }
    }

    func testFailedVerificationReportsASecretThatIsNotBase64() throws {
        let receiver = try WebhookReceiver(secrets: ["whsec_5ecret!"])
        let body = Data("{}".utf8)
        let headers = try WebhookReceiver.sign(secret: secret, id: "m", at: Date(), body: body)
        XCTAssertThrowsError(try receiver.verify(headers: headers, body: body)) { error in
            XCTAssertEqual((error as? LinqError)?.status, 401)
            XCTAssertTrue("\(error)".contains("not base64, so the Standard signature could not be checked"), "\(error)")
            XCTAssertFalse("\(error)".contains("5ecret"))
        }
    }

    func testInvalidSecretNamesItsIndex() throws {
        for rejected in try Vectors.json("webhooks/invalid_secrets.json").items {
            XCTAssertThrowsError(try WebhookReceiver(secrets: [secret, rejected.stringValue!])) { error in
                guard case LinqError.invalidArgument("secrets[1]", _) = error else { return XCTFail("\(error)") }
            }
        }
    }

    private func verify(_ body: Data, _ receiver: WebhookReceiver) throws -> WebhookEvent {
        let headers = try WebhookReceiver.sign(secret: secret, id: "msg_1", at: Date(), body: body)
        return try receiver.verify(headers: headers, body: body)
    }
}
