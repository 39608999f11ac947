import LinqClient
import XCTest

final class ErrorTests: XCTestCase {
    func testErrorFieldsOfEveryCode() async throws {
        for row in try Vectors.json("errors.json").items {
            guard case .integer(let code)? = row["code"], case .integer(let status)? = row["status"] else {
                return XCTFail("\(row)")
            }
            let page = "https://docs.linqapp.com/error/codes/\(code / 1000)xxx/\(code)/"
            let body = """
                {"success": false, "trace_id": "trace-\(code)", "error": {"status": \(status), "code": \(code),
                 "message": "message of \(code)", "doc_url": "\(page)", "retry_after": 7}}
                """
            let server = try RecordingServer { _ in .response(status: Int(status), body: body) }
            let linq = try Linq(
                apiKey: "key", baseURL: server.url, config: ClientConfig(maxRetries: 0))
            let error = await linqError { try await linq.chats.retrieve(chatID: chat) }
            XCTAssertEqual(error?.code, Int(code))
            XCTAssertEqual(error?.status, Int(status))
            XCTAssertEqual(error?.traceID, "trace-\(code)")
            XCTAssertEqual(error?.docURL, page)
            XCTAssertEqual(error?.retryAfter, 7)
            guard case .api(let failure)? = error else { return XCTFail("\(code)") }
            XCTAssertEqual(failure.reason, "message of \(code)")
            XCTAssertEqual(failure.attempts, 1)
            XCTAssertEqual(failure.body, Data(body.utf8))
            XCTAssertTrue("\(failure.detail)".contains("\(code)"))
        }
    }

    func testObservedErrorsAreNotRetried() async throws {
        for (status, code) in [(413, 5001), (400, 2011)] {
            let body = String(decoding: try Vectors.data("cases/error.\(status).\(code).json"), as: UTF8.self)
            let server = try RecordingServer { _ in .response(status: status, body: body) }
            let linq = try Linq(apiKey: "key", baseURL: server.url)
            let error = await linqError { try await linq.chats.messages.send(chatID: chat, message: "hi") }
            XCTAssertEqual(error?.status, status)
            XCTAssertEqual(error?.code, code)
            XCTAssertEqual(error?.mayHaveTakenEffect, false)
            XCTAssertEqual(server.received.count, 1)
        }
    }

    func testExcessiveRetryAfterIsReportedAndNotRetried() async throws {
        for wait in ["1e300", "99999999999999999999"] {
            let body = #"{"error": {"status": 429, "code": 1007, "retry_after": \#(wait)}}"#
            for (headers, body) in [
                (["Retry-After": wait], "{}"), (["Retry-After-Ms": wait], "{}"), ([:], body),
            ] {
                let server = try RecordingServer { _ in .response(status: 429, headers: headers, body: body) }
                let linq = try Linq(apiKey: "key", baseURL: server.url)
                let error = await linqError { try await linq.chats.retrieve(chatID: chat) }
                XCTAssertEqual(error?.retryAfter, TimeInterval(UInt32.max))
                XCTAssertEqual(server.received.count, 1)
            }
        }
    }

    func testAPIKeyWithSpacesAndBaseURLWithVersion() async throws {
        let server = try RecordingServer { _ in .response(status: 200, body: #"{"phone_numbers": []}"#) }
        for suffix in ["", "/", "/v3", "/v3/"] {
            let baseURL = try XCTUnwrap(URL(string: server.url.absoluteString + suffix))
            let linq = try Linq(apiKey: "My API Key", baseURL: baseURL)
            XCTAssertEqual(linq.baseURL, server.url.absoluteString)
            _ = try await linq.phoneNumbers.list()
        }
        for request in server.received {
            XCTAssertEqual(request.header("authorization"), "Bearer My API Key")
            XCTAssertEqual(request.target, "/api/partner/v3/phone_numbers")
        }
        XCTAssertEqual(server.received.count, 4)
        let own = try XCTUnwrap(URL(string: "https://backend.example/v3"))
        XCTAssertEqual(try Linq(apiKey: "key", baseURL: own).baseURL, "https://backend.example/v3")
    }

    func testErrorResponseWithoutAPIBody() async throws {
        let server = try RecordingServer { _ in
            .response(status: 404, headers: ["x-trace-id": "t-1"], body: "<html>gone</html>")
        }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        let error = await linqError { try await linq.chats.retrieve(chatID: chat) }
        XCTAssertEqual(error?.status, 404)
        XCTAssertNil(error?.code)
        XCTAssertEqual(error?.traceID, "t-1")
    }

    func testInvalidArgumentNamesItsPathAndIsNotSent() async throws {
        let server = try RecordingServer { _ in .response(status: 500) }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        let content = MessageContent.parts("a", .media(OutgoingMedia(url: "ftp://example.com/a.png")))
        let error = await linqError { try await linq.chats.messages.send(chatID: chat, message: content) }
        guard case .invalidArgument(let path, _)? = error else { return XCTFail("\(String(describing: error))") }
        XCTAssertEqual(path, "message.parts[1].url")
        XCTAssertEqual(error?.mayHaveTakenEffect, false)
        XCTAssertTrue(server.received.isEmpty)
    }

    func testInvalidOptionsAreRejected() async throws {
        let nowhere = URL(string: "http://127.0.0.1:1")!
        let linq = try Linq(apiKey: "key", baseURL: nowhere)
        for (options, name) in [
            (CallOptions(timeout: -1), "timeout"), (CallOptions(timeout: .nan), "timeout"),
            (CallOptions(deadline: .infinity), "deadline"), (CallOptions(maxRetries: -1), "maxRetries"),
            (CallOptions(idempotencyKey: ""), "idempotencyKey"),
            (CallOptions(headers: ["a b": ""]), #"headers["a b"]"#),
            (CallOptions(headers: ["X-User": "Zoë"]), #"headers["X-User"]"#),
        ] {
            let error = await linqError {
                try await linq.chats.messages.send(chatID: chat, message: "hi", options: options)
            }
            guard case .invalidArgument(name, _)? = error else { return XCTFail("\(name): \(String(describing: error))") }
        }
        let error = await linqError {
            try await linq.messages.updateStickerPlacement(
                messageID: message, reactionID: reaction, placement: StickerPlacement(x: .infinity))
        }
        XCTAssertEqual(error, .invalidArgument(path: "placement.x", reason: "not a finite number"))
        let insecure = URL(string: "http://example.com")!
        XCTAssertThrowsError(try Linq(apiKey: "key", baseURL: insecure)) { error in
            guard case LinqError.invalidArgument("baseURL", _) = error else { return XCTFail("\(error)") }
        }
        XCTAssertThrowsError(try Linq(backend: insecure, tokens: CachedTokenProvider { "token" })) { error in
            guard case LinqError.invalidArgument("backend", _) = error else { return XCTFail("\(error)") }
        }
        for key in ["", "two\nwords", "two\twords", " key", "key ", "Zoë"] {
            let keyless = try Linq(apiKey: key, baseURL: nowhere)
            let error = await linqError { try await keyless.chats.retrieve(chatID: chat) }
            guard case .invalidArgument("apiKey", _)? = error else { return XCTFail("\(String(describing: error))") }
        }
        XCTAssertThrowsError(try Handle("0205 2499136"))
        XCTAssertEqual(try Handle("+12052499136"), .phone("+12052499136"))
        XCTAssertEqual(try Handle("a@example.com"), .email("a@example.com"))
    }

    func testFramingAndPerCallHeadersAreInvalid() async throws {
        let server = try RecordingServer { _ in .response(status: 200, body: "{}") }
        for name in ["Content-Length", "Transfer-Encoding", "Host", "Connection", "Idempotency-Key"] {
            let config = ClientConfig(headers: [name: "1"])
            XCTAssertThrowsError(try Linq(apiKey: "key", baseURL: server.url, config: config)) { error in
                guard case LinqError.invalidArgument(#"headers["\#(name)"]"#, _) = error else { return XCTFail("\(error)") }
            }
            guard name != "Idempotency-Key" else { continue }
            let linq = try Linq(apiKey: "key", baseURL: server.url)
            let error = await linqError {
                try await linq.request("POST", "/v3/chats", body: [:], options: CallOptions(headers: [name: "1"]))
            }
            guard case .invalidArgument(#"headers["\#(name)"]"#, _) = error else { return XCTFail("\(error as Any)") }
        }
        XCTAssertTrue(server.received.isEmpty)
    }

    func testConnectionRefusedNamesTheHostAndHasNoEffect() async throws {
        let server = try RecordingServer { _ in .response(status: 200) }
        let unreachable = URL(string: "http://127.0.0.1:1/api/partner")!
        XCTAssertNotEqual(server.url, unreachable)
        let linq = try Linq(apiKey: "key", baseURL: unreachable, config: ClientConfig(maxRetries: 0))
        let error = await linqError { try await linq.chats.messages.send(chatID: chat, message: "hi") }
        guard case .transport(let failure)? = error else { return XCTFail("\(String(describing: error))") }
        XCTAssertEqual(failure.kind, .notConnected)
        XCTAssertFalse(failure.mayHaveTakenEffect)
        XCTAssertTrue(failure.detail.contains("127.0.0.1"), failure.detail)
        let session = try Linq(
            apiKey: "key", baseURL: unreachable, config: ClientConfig(maxRetries: 0), transport: URLSessionTransport())
        let sessionError = await linqError { try await session.chats.retrieve(chatID: chat) }
        XCTAssertTrue("\(sessionError as Any)".contains("127.0.0.1:1"), "\(sessionError as Any)")
    }

    func testAttemptTimeout() async throws {
        let server = try RecordingServer { _ in .silence }
        let linq = try Linq(apiKey: "key", baseURL: server.url, config: ClientConfig(maxRetries: 0))
        let start = Date()
        let error = await linqError {
            try await linq.chats.messages.send(chatID: chat, message: "hi", options: CallOptions(timeout: 0.3))
        }
        XCTAssertLessThan(Date().timeIntervalSince(start), 10)
        guard case .transport(let failure)? = error else { return XCTFail("\(String(describing: error))") }
        XCTAssertEqual(failure.kind, .timedOut)
        XCTAssertTrue(failure.mayHaveTakenEffect)
        try await eventually { server.disconnects == 1 }
    }

    func testRedirectIsNotFollowed() async throws {
        let other = try RecordingServer { _ in .response(status: 200, body: "{}") }
        let target = other.url.absoluteString + "/v3/chats"
        let server = try RecordingServer { _ in .response(status: 307, headers: ["location": target]) }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        let error = await linqError { try await linq.chats.messages.send(chatID: chat, message: "hi") }
        XCTAssertEqual(error?.status, 307)
        XCTAssertTrue(other.received.isEmpty)
    }

    func testResponseSizeLimit() async throws {
        let server = try RecordingServer { _ in .response(status: 200, body: String(repeating: " ", count: 70_000)) }
        let transport = URLSessionTransport(maxResponseBytes: 65_536)
        let linq = try Linq(
            apiKey: "key", baseURL: server.url, config: ClientConfig(maxRetries: 0), transport: transport)
        let error = await linqError { try await linq.chats.retrieve(chatID: chat) }
        guard case .transport(let failure)? = error else { return XCTFail("\(String(describing: error))") }
        XCTAssertEqual(failure.kind, .responseTooLarge)
    }

    func testErrorsHaveTheIdempotencyKey() async throws {
        let server = try RecordingServer { _ in .response(status: 500) }
        let unreachable = URL(string: "http://127.0.0.1:1/api/partner")!
        let once = ClientConfig(maxRetries: 0)
        for (url, key) in [(server.url, "key-1"), (server.url, nil), (unreachable, "key-1"), (unreachable, nil)] {
            let linq = try Linq(apiKey: "key", baseURL: url, config: once)
            let options = CallOptions(idempotencyKey: key)
            let error = await linqError {
                try await linq.chats.messages.send(chatID: chat, message: "hi", options: options)
            }
            let sent = try server.take().first.map { try $0.idempotencyKey() }
            let reported = try XCTUnwrap(error?.idempotencyKey)
            XCTAssertFalse(reported.isEmpty)
            if let key { XCTAssertEqual(reported, key) }
            if let sent { XCTAssertEqual(reported, sent) }
        }
    }
}

extension Received {
    /// Returns the idempotency key of a sent message.
    func idempotencyKey() throws -> String {
        let json = try JSONDecoder.linq.decode(JSONValue.self, from: body)
        return try XCTUnwrap(json["message"]?["idempotency_key"]?.stringValue)
    }
}
