import Foundation
import LinqClient
import XCTest

final class ValueTests: XCTestCase {
    func testUnknownValuesAreKept() async throws {
        guard case .object(var response) = try Vectors.json("responses/messages.retrieve.json") else { return XCTFail() }
        let hologram: JSONValue = ["type": "hologram", "depth": 3, "secret": "s3cret"]
        response["delivery_status"] = "teleported"
        response["parts"] = [hologram]
        response["mood"] = "sunny"
        let body = String(decoding: try JSONEncoder.linq.encode(response), as: UTF8.self)
        let server = try RecordingServer { _ in .response(status: 200, body: body) }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        let raw = Mutexed<HTTPResponse?>(nil)
        let options = CallOptions(onResponse: { response in raw.withLock { $0 = response } })
        let message = try await linq.messages.retrieve(messageID: message, options: options)
        XCTAssertEqual(message.deliveryStatus, "teleported")
        XCTAssertEqual(message.deliveryStatus?.rawValue, "teleported")
        guard case .unknown(let part)? = message.parts?.first else { return XCTFail("an unknown part") }
        XCTAssertEqual(part.type, "hologram")
        XCTAssertEqual(part.fields["depth"], 3)
        XCTAssertFalse("\(message)".contains("s3cret"))
        XCTAssertEqual(try JSONValue(written: message)["parts"]?.items, [hologram])
        XCTAssertEqual(raw.withLock { $0 }?.body, Data(body.utf8))
    }

    func testLoneSurrogateInResponseIsReplaced() async throws {
        let response = String(decoding: try Vectors.data("responses/messages.retrieve.json"), as: UTF8.self)
        let body = response.replacingOccurrences(
            of: #""value": "[^"]*""#, with: #""value": "cake \\ud83c""#, options: .regularExpression)
        XCTAssertTrue(body.contains(#"cake \ud83c"#))
        let server = try RecordingServer { _ in .response(status: 200, body: body) }
        let raw = Mutexed<HTTPResponse?>(nil)
        let options = CallOptions(onResponse: { response in raw.withLock { $0 = response } })
        let message = try await Linq(apiKey: "key", baseURL: server.url)
            .messages.retrieve(messageID: message, options: options)
        guard case .text(let part)? = message.parts?.first else { return XCTFail("\(message)") }
        XCTAssertEqual(part.value, "cake \u{FFFD}")
        XCTAssertEqual(raw.withLock { $0 }?.body, Data(body.utf8))
    }

    func testSecretsAreRedacted() async throws {
        let signed = "https://cdn.example.com/a.png?signature=s3cret"
        let media = OutgoingMedia(url: signed)
        XCTAssertEqual(media.url?.value, signed)
        let linq = try Linq(apiKey: "s3cret-key")
        let subscription = try JSONDecoder.linq.decode(
            WebhookSubscriptionCreateResponse.self, from: Vectors.data("responses/webhook_subscriptions.create.json"))
        XCTAssertEqual(subscription.signingSecret?.description, "(redacted)")
        let header = HTTPHeader(name: "authorization", value: "Bearer s3cret")
        let secret: JSONValue = ["checkout_url": "https://example.com/s3cret"]
        let tokens = CachedTokenProvider { "s3cret" }
        let token = try await tokens.token()
        XCTAssertEqual(token, "s3cret")
        let values: [Any] = [
            media, Secret("s3cret"), linq, tokens, header, [header],
            HTTPRequest(
                method: "PUT", url: signed, headers: [header], body: Data("s3cret".utf8)),
            HTTPResponse(status: 200, headers: [header], body: Data("s3cret".utf8)),
            ClientConfig(headers: ["X-Key": "s3cret"]),
            LinqError.api(APIFailure(detail: "refused", status: 400, body: Data("s3cret".utf8))),
            LinqError.decode(DecodeFailure(detail: "unknown", path: "a", body: Data("s3cret".utf8))),
            CallOptions(headers: ["X-Key": "s3cret"], query: ["key": "s3cret"], bodyFields: ["key": secret]),
            MessageContent.experience(ExperienceInvocation(action: "pay", name: "agentpay", params: secret)),
        ]
        var output = ""
        for value in values {
            output += "\(value) \(String(reflecting: value)) "
            dump(value, to: &output)
        }
        XCTAssertFalse(output.contains("s3cret"), output)
        XCTAssertFalse(output.contains("- 115"), "contains bytes: \(output)")
        XCTAssertEqual("\(ClientConfig(maxRetries: 3, headers: ["X-App": "7"]))".contains("X-App"), true)
    }

    func testDateFractionsAndOffsets() throws {
        for (text, seconds, written) in [
            ("2025-10-23T13:07:55.019-05:00", 1_761_242_875.019, "2025-10-23T18:07:55.019Z"),
            ("2025-10-23T18:07:55Z", 1_761_242_875, "2025-10-23T18:07:55Z"),
            ("2025-10-23T18:07:55.123456789Z", 1_761_242_875.123457, "2025-10-23T18:07:55.123457Z"),
            ("2024-02-29T23:59:60+00:00", 1_709_251_199, "2024-02-29T23:59:59Z"),
            ("1969-12-31T23:59:59.5Z", -0.5, "1969-12-31T23:59:59.5Z"),
            ("2000-03-01 00:00:00+05:30", 951_849_000, "2000-02-29T18:30:00Z"),
        ] {
            let date = try JSONDecoder.linq.decode([Date].self, from: Data("[\"\(text)\"]".utf8))[0]
            XCTAssertEqual(date.timeIntervalSince1970, seconds, accuracy: 1e-6, text)
            let again = try JSONEncoder.linq.encode([date])
            XCTAssertEqual(String(decoding: again, as: UTF8.self), "[\"\(written)\"]")
        }
        for text in [
            "", "2025-10-23", "2025-13-01T00:00:00Z", "2025-02-31T00:00:00Z", "2025-10-23T18:07:55",
            "2025-10-23T18:07:55.Z", "2025-10-23T18:07:55Z, more or less",
        ] {
            XCTAssertThrowsError(try JSONDecoder.linq.decode([Date].self, from: Data("[\"\(text)\"]".utf8)), text)
        }
    }

    func testCallOptionsAreSent() async throws {
        let server = try RecordingServer { _ in .response(status: 200, body: #"{"status": "ok"}"#) }
        let linq = try Linq(
            apiKey: "key", baseURL: server.url, config: ClientConfig(headers: ["X-App": "7"]))
        let options = CallOptions(
            headers: ["X-Call": "8"], query: ["beta": "1"], bodyFields: ["mood": "sunny", "count": 3])
        try await linq.chats.update(chatID: chat, displayName: "Cake", options: options)
        let received = try XCTUnwrap(server.received.first)
        XCTAssertEqual(received.header("x-app"), "7")
        XCTAssertEqual(received.header("x-call"), "8")
        XCTAssertTrue(received.target.hasSuffix("?beta=1"))
        let body = try JSONDecoder.linq.decode(JSONValue.self, from: received.body)
        XCTAssertEqual(body, ["display_name": "Cake", "mood": "sunny", "count": 3])
    }

    func testRateLimitsDelayCallsUpToTheDeadline() async throws {
        let emulator = try Emulator(arguments: ["--enforce-limits"])
        let unlimited = try emulator.client(ClientConfig(maxRetries: 0))
        _ = try await unlimited.capability.checkIMessage(address: guest)
        let rejected = await linqError { try await unlimited.capability.checkIMessage(address: guest) }
        XCTAssertEqual(rejected?.status, 429)

        let other = try Emulator(arguments: ["--enforce-limits"])
        let limited = try other.client(ClientConfig(rateLimits: .published))
        _ = try await limited.capability.checkIMessage(address: guest)
        let shortDeadline = CallOptions(deadline: 2)
        let error = await linqError { try await limited.capability.checkIMessage(address: guest, options: shortDeadline) }
        guard case .rateLimited(_, let wait)? = error else { return XCTFail("\(String(describing: error))") }
        XCTAssertGreaterThan(wait, 2)
        XCTAssertLessThan(wait, 12)
        XCTAssertEqual(error?.retryAfter, wait)
        XCTAssertEqual(error?.mayHaveTakenEffect, false)
        let early = try await other.calls("POST", "/v3/capability/check_imessage").count
        XCTAssertEqual(early, 1, "a call above the rate limit is not sent")

        _ = try await limited.capability.checkIMessage(address: guest)
        let calls = try await other.calls("POST", "/v3/capability/check_imessage")
        XCTAssertEqual(calls.map { $0["status"] }, [200, 200])
    }

    func testMessagesOfALineArePaced() async throws {
        let emulator = try Emulator()
        let limits = RateLimits.published(messagesPerLine: 4, window: 0.5)
        let linq = try emulator.client(ClientConfig(maxRetries: 0, rateLimits: limits))
        try await emulator.control(
            "POST", "faults", ["kind": "rate_limit", "after": 4, "window_ms": 500, "retry_after": 1])
        let options = CallOptions(rateLimitLine: line)
        let started = Date()
        for number in 0..<3 {
            let created = try await linq.chats.create(from: line, to: ["+1555666000\(number)"], message: "Hi")
            try await linq.chats.messages.send(chatID: created.chat.id, message: "Hi", options: options)
        }
        let took = Date().timeIntervalSince(started)
        XCTAssertGreaterThanOrEqual(took, 1.5, "the window and its margin of a second")
        XCTAssertLessThan(took, 10)

        let soon = CallOptions(deadline: 0.1, rateLimitLine: line)
        var limited = 0
        for _ in 0..<4 {
            let error = await linqError { try await linq.chats.messages.send(chatID: "c", message: "Hi", options: soon) }
            if case .rateLimited? = error { limited += 1 }
        }
        XCTAssertGreaterThan(limited, 0)
        let other = CallOptions(rateLimitLine: "+13334445555")
        let error = await linqError { try await linq.chats.messages.send(chatID: "c", message: "Hi", options: other) }
        XCTAssertNotNil(error?.status, "another line is not delayed: \(String(describing: error))")
    }

    func testInvalidRateLimitsNameTheirPath() async throws {
        for (limits, expected) in [
            (RateLimits.published(messagesPerLine: 0), "rateLimits.messagesPerLine"),
            (.published(messagesPerLine: -1), "rateLimits.messagesPerLine"),
            (.published(messagesPerLine: 1, window: 90_000), "rateLimits.messagesPerLine"),
            (.published(messagesPerLine: 1, window: -1), "rateLimits.window"),
        ] {
            let error = await linqError { try Linq(apiKey: "key", config: ClientConfig(rateLimits: limits)) }
            guard case .invalidArgument(let path, _)? = error else { return XCTFail("\(String(describing: error))") }
            XCTAssertEqual(path, expected)
        }
        let options = CallOptions(rateLimitLine: "nobody")
        let error = await linqError { try await Linq(apiKey: "key").chats.leave(chatID: "c", options: options) }
        guard case .invalidArgument(let path, _)? = error else { return XCTFail("\(String(describing: error))") }
        XCTAssertEqual(path, "rateLimitLine")
    }

    func testSplitText() async throws {
        let text = try TextBuilder().plain("🎂 one ").bold("two three").plain(" four ")
            .mention("Ann", handle: "+12052499136").plain("!").build()
        let expected = [
            OutgoingText(
                value: "🎂 one two three ",
                textDecorations: [OutgoingTextDecoration(range: [7, 16], style: .bold)]),
            OutgoingText(value: "four Ann!", mention: "+12052499136", mentionRange: [5, 8]),
        ]
        XCTAssertEqual(try text.split(maxCharacters: 18), expected)
        XCTAssertEqual(try text.split(), [text])

        let long = String(repeating: "Once upon a time, there was a cake. 🎂\n\n", count: 1_000)
        let texts = try OutgoingText(value: long).split().map(\.value)
        XCTAssertEqual(texts.joined(), long)
        XCTAssertTrue(texts.allSatisfy { $0.unicodeScalars.count <= 10_000 && $0.hasSuffix("\n\n") })

        for (text, max, expected) in [
            (try TextBuilder().bold(String(repeating: "x", count: 10_001)).build(), nil, "text_decorations[0].range"),
            (OutgoingText(value: "Hi"), 0, "maxCharacters"), (OutgoingText(value: "Hi"), -1, "maxCharacters"),
            (OutgoingText(value: "Hi"), 10_001, "maxCharacters"),
        ] as [(OutgoingText, Int?, String)] {
            let error = await linqError { try text.split(maxCharacters: max) }
            guard case .invalidArgument(let path, _)? = error else { return XCTFail("\(String(describing: error))") }
            XCTAssertEqual(path, expected)
        }
    }

    func testRawRequest() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        let response = try await linq.request("GET", "/v3/phone_numbers")
        XCTAssertEqual(response.status, 200)
        let json = try JSONDecoder.linq.decode(JSONValue.self, from: response.body)
        XCTAssertEqual(json["phone_numbers"]?.items.count, 3)
        let error = await linqError { try await linq.request("GET", "/v3/nothing") }
        XCTAssertEqual(error?.status, 404)
    }
}
