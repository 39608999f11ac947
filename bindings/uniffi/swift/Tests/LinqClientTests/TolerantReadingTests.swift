import LinqClient
import XCTest

/// Observed responses and events, with the outcomes of `tests/vectors/cases/README.md`, and similar ones.
final class TolerantReadingTests: XCTestCase {
    private let secret = "whsec_c2VjcmV0LW9mLXRoZS12ZWN0b3Jz"

    private var cases: [String: (Data) async throws -> Void] {
        [
            "error.400.2011": connectedAccountMissing,
            "error.413.5001": fileTooLarge,
            "event.chat.created.no-health": chatWithoutHealth,
            "event.message.received.card-without-layout": cardWithoutLayout,
            "event.message.received.full": fullMessage,
            "event.message.received.minimal-handle": minimalHandle,
            "event.message.received.no-health": messageWithoutHealth,
            "event.message.received.parts-null": partsNull,
            "event.phone_number.status_updated.no-reputation": statusWithoutReputation,
            "response.messages.list.deleted-attachment": deletedAttachment,
            "response.messages.send.few-fields": sendWithFewFields,
            "response.webhook_subscriptions.create.no-times": subscriptionWithoutTimes,
        ]
    }

    func testObservedCases() async throws {
        XCTAssertEqual(cases.keys.sorted(), try Vectors.names("cases"), "every case has a test")
        for (name, check) in cases.sorted(by: { $0.key < $1.key }) {
            try await check(Vectors.data("cases/\(name).json"))
        }
    }

    private func messageWithoutHealth(_ body: Data) throws {
        let event = try verify(body)
        guard case .messageReceived(.v2026(let data)) = event.data else { return XCTFail("\(event.data)") }
        XCTAssertNil(data.chat.healthStatus.status)
        XCTAssertEqual(event.message?.text, "Good morning")
        XCTAssertEqual(event.message?.senderHandle, "+15550109876")
        XCTAssertNil(event.message?.healthStatus)
        XCTAssertEqual(event.chatID, "68698e2e-50db-527f-83f0-596dda9251f6")
        XCTAssertTrue(event.isInbound)
        XCTAssertTrue(event.mayAutoReply)
    }

    private func fullMessage(_ body: Data) throws {
        let event = try verify(body)
        XCTAssertEqual(event.message?.text, "hi")
        XCTAssertEqual(event.message?.healthStatus?.status?.rawValue, "healthy")
        XCTAssertEqual(try XCTUnwrap(event.createdAt).timeIntervalSince1970, 1_778_257_272.793_119, accuracy: 1e-5)
        XCTAssertEqual(event.warnings, [])
    }

    private func minimalHandle(_ body: Data) throws {
        let message = try XCTUnwrap(verify(body).message)
        XCTAssertEqual(message.text, "Hello")
        XCTAssertEqual(message.sender?.handle, "+15551234567")
        XCTAssertNil(message.sender?.id)
        XCTAssertNil(message.sender?.joinedAt)
        XCTAssertNil(message.sentAt)
        XCTAssertEqual(message.chatID, "81b9b74c-e16d-531c-92e2-a5fd2d6583c8")
    }

    private func partsNull(_ body: Data) throws {
        let message = try XCTUnwrap(verify(body).message)
        XCTAssertEqual(message.parts, [])
        XCTAssertEqual(message.text, "")
    }

    private func cardWithoutLayout(_ body: Data) throws {
        let message = try XCTUnwrap(verify(body).message)
        guard case .iMessageApp(let card)? = message.parts.first else { return XCTFail("\(message.parts)") }
        XCTAssertEqual(message.parts.count, 1)
        XCTAssertEqual(card.app.name, "Puzzle Box")
        XCTAssertNil(card.layout.caption)
    }

    private func chatWithoutHealth(_ body: Data) throws {
        let event = try verify(body)
        guard case .chatCreated(let chat) = event.data else { return XCTFail("\(event.data)") }
        XCTAssertEqual(chat.handles.map(\.handle), ["+15550111234", "+15550119876"])
        XCTAssertEqual(event.chatID, "911fdc14-3d3a-57ff-995e-9e425bfc0c2a")
    }

    private func statusWithoutReputation(_ body: Data) throws {
        guard case .phoneNumberStatusUpdated(let change) = try verify(body).data else { return XCTFail() }
        XCTAssertEqual(change.previousStatus, .active)
        XCTAssertEqual(change.newStatus, .flagged)
    }

    private func deletedAttachment(_ body: Data) async throws {
        let page = try await answering(200, body) { try await $0.chats.messages.list(chatID: chat).page() }
        XCTAssertEqual(page.items.count, 3)
        XCTAssertEqual(page.items.first?.text, "see the picture")
        let files = page.items.dropFirst().map { message -> MediaPart? in
            if case .media(let file)? = message.parts?.first { file } else { nil }
        }
        XCTAssertEqual(files.map { $0?.filename }, ["photo.jpg", nil])
        XCTAssertNotNil(files.last ?? nil)
        XCTAssertNil(page.nextCursor)
    }

    private func sendWithFewFields(_ body: Data) async throws {
        let sent = try await answering(202, body) {
            try await $0.chats.messages.send(chatID: chat, message: "hi")
        }
        XCTAssertFalse(sent.message.id.isEmpty)
        XCTAssertEqual(sent.message.deliveryStatus, .pending)
        XCTAssertNil(sent.message.createdAt)
    }

    private func subscriptionWithoutTimes(_ body: Data) async throws {
        let subscription = try await answering(201, body) {
            try await $0.webhookSubscriptions.create(
                subscribedEvents: [.messageReceived], targetURL: "https://example.com/hooks")
        }
        let secret = try XCTUnwrap(subscription.signingSecret?.value)
        XCTAssertTrue(secret.hasPrefix("whsec_"))
        XCTAssertNil(subscription.createdAt)
        var output = "\(subscription) \(String(reflecting: subscription))"
        dump(subscription, to: &output)
        XCTAssertFalse(output.contains(secret))
    }

    private func fileTooLarge(_ body: Data) async throws {
        try await rejected(413, body, code: 5001) {
            try await $0.chats.sendVoiceMemo(chatID: chat, voiceMemoURL: "https://example.com/a.m4a")
        }
    }

    private func connectedAccountMissing(_ body: Data) async throws {
        try await rejected(400, body, code: 2011) {
            try await $0.paymentRequests.create(amount: 50, currency: "usd", mode: .payment)
        }
    }

    private func rejected<Value>(
        _ status: Int, _ body: Data, code: Int, _ call: (Linq) async throws -> Value
    ) async throws {
        let server = try RecordingServer { _ in .response(status: status, body: String(decoding: body, as: UTF8.self)) }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        let error = await linqError { try await call(linq) }
        XCTAssertEqual(error?.status, status)
        XCTAssertEqual(error?.code, code)
        XCTAssertEqual(server.received.count, 1)
    }

    func testHTMLWithStatus200IsADecodeErrorWithContentTypeAndURL() async throws {
        let calls: [@Sendable (Linq) async throws -> Void] = [
            { _ = try await $0.chats.retrieve(chatID: chat) },
            { try await $0.chats.typing.start(chatID: chat) },
        ]
        for call in calls {
            let server = try RecordingServer { _ in
                .response(status: 200, headers: ["content-type": "text/html"], body: "<html>Sign in</html>")
            }
            let linq = try Linq(apiKey: "key", baseURL: server.url)
            let error = await linqError { try await call(linq) }
            guard case .decode(let failure)? = error else { return XCTFail("\(String(describing: error))") }
            XCTAssertTrue(failure.detail.contains("text/html"), failure.detail)
            XCTAssertTrue(failure.detail.contains(server.url.absoluteString), failure.detail)
            XCTAssertFalse(failure.detail.contains("Sign in"), failure.detail)
        }
    }

    func testDecodeErrorOfAcceptedSendHasKeyAndBody() async throws {
        let body = #"{"chat_id": "c", "message": {"delivery_status": "pending"}}"#
        let server = try RecordingServer { _ in .response(status: 202, headers: ["x-trace-id": "t-7"], body: body) }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        let received = Mutexed<HTTPResponse?>(nil)
        let options = CallOptions(onResponse: { response in received.withLock { $0 = response } })
        let error = await linqError {
            try await linq.chats.messages.send(chatID: chat, message: "hi", options: options)
        }
        guard case .decode(let failure)? = error else { return XCTFail("\(String(describing: error))") }
        XCTAssertTrue(failure.detail.hasPrefix("accepted, but the response could not be decoded"), failure.detail)
        XCTAssertEqual(failure.path, "message.id")
        XCTAssertEqual(failure.status, 202)
        XCTAssertEqual(failure.body, Data(body.utf8))
        XCTAssertEqual(failure.traceID, "t-7")
        XCTAssertEqual(error?.idempotencyKey, try server.received.first?.idempotencyKey())
        XCTAssertEqual(error?.mayHaveTakenEffect, true)
        XCTAssertEqual(received.withLock { $0 }?.body, Data(body.utf8))
        XCTAssertEqual(server.received.count, 1)
    }

    func testPageWithoutItsListIsADecodeError() async throws {
        let empty = try await answering(200, Data(#"{"chats": null}"#.utf8)) { try await $0.chats.list().page() }
        XCTAssertEqual(empty.items.count, 0)
        let server = try RecordingServer { _ in .response(status: 200, body: "{}") }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        let error = await linqError { try await linq.chats.list().page() }
        guard case .decode(let failure)? = error else { return XCTFail("\(String(describing: error))") }
        XCTAssertEqual(failure.path, "chats")
    }

    func testUpdateOfDeletedMessageReturnsNil() async throws {
        let server = try RecordingServer { _ in .response(status: 204) }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        let edited = try await linq.messages.update(messageID: message, text: "At seven.")
        XCTAssertNil(edited)
        let error = await linqError { try await linq.messages.retrieve(messageID: message) }
        guard case .decode? = error else { return XCTFail("\(String(describing: error))") }
    }

    func testValueOfWrongTypeIsSkippedWithWarning() async throws {
        let body = """
            {"id": "c", "display_name": 7, "is_group": "yes", "created_at": "yesterday", "updated_at": "2026-01-01T00:00:00Z",
             "handles": [{"handle": "+12223334444", "joined_at": 7, "status": ["active"]}, 8, null, {"handle": "+1"}],
             "health_status": {"status": {"level": 1}, "doc_url": "https://example.com"}, "mood": "sunny"}
            """
        let warningsBox = Mutexed<[DecodeWarning]>([])
        let options = CallOptions(onResponse: { response in warningsBox.withLock { $0 = response.warnings } })
        let chat = try await answering(200, Data(body.utf8)) {
            try await $0.chats.retrieve(chatID: LinqClientTests.chat, options: options)
        }
        XCTAssertEqual(chat.id, "c")
        XCTAssertNil(chat.displayName)
        XCTAssertNil(chat.isGroup)
        XCTAssertNil(chat.createdAt)
        XCTAssertNotNil(chat.updatedAt)
        XCTAssertEqual(chat.handles.map(\.handle), ["+12223334444", "+1"])
        XCTAssertNil(chat.handles.first?.joinedAt)
        XCTAssertEqual(chat.healthStatus.docURL, "https://example.com")
        let warnings = warningsBox.withLock { $0 }
        XCTAssertEqual(
            Set(warnings.map(\.path)),
            [
                "display_name", "is_group", "created_at", "handles[0].joined_at", "handles[0].status", "handles[1]",
                "health_status.status",
            ])
        XCTAssertTrue(warnings.contains(DecodeWarning(path: "created_at", problem: "not an RFC 3339 date-time")))
    }

    func testNullListsAreEmpty() async throws {
        let body = #"{"id": "c", "handles": null, "health_status": null}"#
        let chat = try await answering(200, Data(body.utf8)) {
            try await $0.chats.retrieve(chatID: LinqClientTests.chat)
        }
        XCTAssertEqual(chat.handles, [])
        XCTAssertNil(chat.healthStatus.status)
    }

    func testPartsWithoutKnownTypeAreUnknown() async throws {
        let body = """
            {"id": "m", "parts": [{"type": "hologram", "depth": 3}, {"value": "no type"}, {"type": 7}, {"type": null}, 8,
             {"type": "text", "value": 9, "mentions": [{"handle": "+1"}]}, {"type": "text", "value": "Hi"}]}
            """
        let read = try await answering(200, Data(body.utf8)) { try await $0.messages.retrieve(messageID: message) }
        let unknown = (read.parts ?? []).compactMap { if case .unknown(let part) = $0 { part } else { nil } }
        XCTAssertEqual(unknown.map(\.type), ["hologram", "", "", ""])
        XCTAssertEqual(unknown.first?.fields["depth"], 3)
        XCTAssertEqual(unknown[1].fields, ["value": "no type"])
        XCTAssertEqual(read.parts?.count, 6)
        XCTAssertEqual(read.text, "Hi")
    }

    func testNumberOutOfRangeIsNil() async throws {
        guard case .object(var response) = try Vectors.json("responses/attachments.retrieve.json") else { return XCTFail() }
        response["size_bytes"] = 0
        let body = String(decoding: try JSONEncoder.linq.encode(response), as: UTF8.self)
        for number in ["\(UInt64.max)", "\(UInt64.max)0", "1e999", "-1"] {
            let larger = body.replacingOccurrences(of: #""size_bytes":0"#, with: "\"size_bytes\":\(number)")
            let file = try await answering(200, Data(larger.utf8)) {
                try await $0.attachments.retrieve(attachmentID: attachment)
            }
            XCTAssertNil(number == "-1" ? nil : file.sizeBytes, number)
            XCTAssertNotNil(file.filename)
        }
    }

    func testStrictResponses() async throws {
        let strict = ClientConfig(strictResponses: true)
        let documented = String(decoding: try Vectors.data("responses/chats.retrieve.json"), as: UTF8.self)
        for (body, path) in [
            (documented, nil), (#"{"id": "c"}"#, "created_at"),
            (documented.replacingOccurrences(of: "\"is_group\": true", with: "\"is_group\": 7"), "is_group"),
        ] {
            let server = try RecordingServer { _ in .response(status: 200, body: body) }
            let linq = try Linq(apiKey: "key", baseURL: server.url, config: strict)
            guard let path else {
                _ = try await linq.chats.retrieve(chatID: chat)
                continue
            }
            let error = await linqError { try await linq.chats.retrieve(chatID: chat) }
            guard case .decode(let failure)? = error else { return XCTFail("\(String(describing: error))") }
            XCTAssertEqual(failure.path, path)
        }
    }

    func testPayloadThatIsNotAnObjectIsOtherWithProblem() throws {
        for data in ["null", "7", #""text""#, "[]"] {
            let event = try verify(Data(#"{"event_id": "e", "event_type": "message.received", "data": \#(data)}"#.utf8))
            guard case .other(let other) = event.data else { return XCTFail("\(event.data)") }
            XCTAssertNotNil(other.problem)
            XCTAssertNil(event.message)
        }
        let event = try verify(Data(#"{"event_id": "e", "event_type": "message.received"}"#.utf8))
        guard case .other(let other) = event.data else { return XCTFail("\(event.data)") }
        XCTAssertNotNil(other.problem)
    }

    func testAlternativeFieldNamesAreRead() throws {
        let data = #"{"chat_id": "c", "sender_handle": {"handle": "+12223334444"}, "reaction_type": "love"}"#
        let event = try verify(Data(#"{"event_id": "e", "event_type": "reaction.added", "data": \#(data)}"#.utf8))
        guard case .reactionAdded(let reaction) = event.data else { return XCTFail("\(event.data)") }
        XCTAssertEqual(reaction.fromHandle?.handle, "+12223334444")
        XCTAssertEqual(event.warnings, [])
    }

    func testMalformedPayloadValuesAreSkippedWithWarning() throws {
        let body = """
            {"event_id": "e", "event_type": "reaction.added", "data": {"chat_id": "c", "is_from_me": 7,
             "sender_handle": {"handle": "+12223334444", "joined_at": "never"}, "reaction_type": "love"}}
            """
        let event = try verify(Data(body.utf8))
        guard case .reactionAdded(let reaction) = event.data else { return XCTFail("\(event.data)") }
        XCTAssertEqual(reaction.fromHandle?.handle, "+12223334444")
        XCTAssertNil(reaction.isFromMe)
        XCTAssertEqual(reaction.reactionType, .love)
        XCTAssertEqual(event.chatID, "c")
        XCTAssertEqual(event.warnings.map(\.path).sorted(), ["data.from_handle.joined_at", "data.is_from_me"])
        XCTAssertEqual(event.raw, Data(body.utf8))
    }

    func testMayAutoReplyExcludesEchoesAndOptOuts() throws {
        func received(_ direction: String, _ text: String) throws -> WebhookEvent {
            try verify(
                Data(
                    """
                    {"event_id": "e", "event_type": "message.received", "webhook_version": "2026-02-03", "data":
                     {"id": "m", "chat": {"id": "c"}, \(direction) "parts": [{"type": "text", "value": "\(text)"}]}}
                    """.utf8))
        }
        let inbound = try received(#""direction": "inbound","#, "Hi")
        XCTAssertEqual([inbound.isInbound, inbound.mayAutoReply], [true, true])
        let echo = try received(#""direction": "outbound","#, "Hi")
        XCTAssertEqual([echo.isInbound, echo.mayAutoReply], [false, false])
        let unclear = try received("", "Hi")
        XCTAssertEqual([unclear.isInbound, unclear.mayAutoReply], [false, false])
        let optOut = try received(#""direction": "inbound","#, "STOP")
        XCTAssertEqual([optOut.isInbound, optOut.mayAutoReply], [true, false])
    }

    func testModelInitializersHaveDefaults() {
        let message = Message(id: "m", parts: [.text(TextPart(value: "Hi"))])
        XCTAssertEqual(message.text, "Hi")
        XCTAssertEqual(Chat(id: "c").handles, [])
        XCTAssertEqual(MessageView(direction: .inbound).isInbound, true)
    }

    private func answering<Value>(_ status: Int, _ body: Data, _ call: (Linq) async throws -> Value) async throws -> Value {
        let server = try RecordingServer { _ in .response(status: status, body: String(decoding: body, as: UTF8.self)) }
        return try await call(Linq(apiKey: "key", baseURL: server.url))
    }

    private func verify(_ body: Data) throws -> WebhookEvent {
        let receiver = try WebhookReceiver(secrets: [secret])
        let headers = try WebhookReceiver.sign(secret: secret, id: "msg_1", at: Date(), body: body)
        return try receiver.verify(headers: headers, body: body)
    }
}
