import Foundation
import LinqClient
import XCTest

final class AttemptObserverTests: XCTestCase {
    /// An observer that keeps its records.
    private final class Log: AttemptObserver {
        let requests = Mutexed([AttemptRequest]())
        let responses = Mutexed([AttemptResponse]())
        let failures = Mutexed([AttemptFailure]())

        func onRequest(_ request: AttemptRequest) { requests.withLock { $0.append(request) } }
        func onResponse(_ response: AttemptResponse) { responses.withLock { $0.append(response) } }
        func onFailure(_ failure: AttemptFailure) { failures.withLock { $0.append(failure) } }
    }

    func testRetryIsObservedWithoutSecretsAndContents() async throws {
        let emulator = try Emulator()
        let log = Log()
        let config = ClientConfig(headers: ["X-Tenant": "tenant_secret"], observer: log)
        let linq = try emulator.client(config)
        let chat = try await linq.chats.create(from: line, to: ["+15556667777"], message: "Hi").chat.id
        log.requests.withLock { $0.removeAll() }
        log.responses.withLock { $0.removeAll() }
        try await emulator.control("POST", "faults", ["kind": "status", "status": 503, "code": 3006, "times": 1])
        let options = CallOptions(idempotencyKey: "key_17")
        try await linq.chats.messages.send(chatID: chat, message: "words_of_the_message", options: options)

        let requests = log.requests.withLock { $0 }
        let responses = log.responses.withLock { $0 }
        let path = "/v3/chats/{chat_id}/messages"
        let first = AttemptRequest(
            operation: "chats.messages.send", method: "POST", path: path, attempt: 1, delay: 0)
        XCTAssertEqual(requests.first, first)
        XCTAssertEqual(requests.map(\.attempt), [1, 2])
        XCTAssertEqual(responses.map(\.operation), ["chats.messages.send", "chats.messages.send"])
        XCTAssertEqual(responses.map(\.path), [path, path])
        XCTAssertEqual(responses.map(\.attempt), [1, 2])
        XCTAssertEqual(responses.map(\.status), [503, 202])
        XCTAssertEqual(responses.map(\.errorCode), [3006, nil])
        XCTAssertEqual(responses.map(\.retryDelay), [requests[1].delay, nil])
        for response in responses {
            XCTAssertNotNil(response.traceID)
            XCTAssertTrue((0..<20).contains(response.duration))
        }
        let printed = "\(requests) \(responses)"
        for secret in ["any-key", "tenant_secret", "words_of_the_message", "key_17", chat, "+1555", "127.0.0.1"] {
            XCTAssertFalse(printed.contains(secret), "\(secret) in \(printed)")
        }
    }

    func testRenewedTokenIsA401AndAnotherAttempt() async throws {
        let emulator = try Emulator(arguments: ["--api-key", "good"])
        let log = Log()
        let tokenQueue = Mutexed(["good", "old"])
        let tokens = CachedTokenProvider { tokenQueue.withLock { $0.removeLast() } }
        let linq = try Linq(backend: emulator.baseURL, tokens: tokens, config: ClientConfig(observer: log))
        _ = try await linq.phoneNumbers.list()
        let responses = log.responses.withLock { $0 }
        XCTAssertEqual(responses.map(\.status), [401, 200])
        XCTAssertEqual(responses.map(\.retryDelay), [0, nil])
    }

    func testFailureAndUploadAreObserved() async throws {
        let log = Log()
        let config = ClientConfig(maxRetries: 0, observer: log)
        let unreachable = try Linq(apiKey: "key", baseURL: URL(string: "http://127.0.0.1:9")!, config: config)
        _ = await linqError { try await unreachable.chats.retrieve(chatID: "c") }
        let failures = log.failures.withLock { $0 }
        XCTAssertEqual(failures.map(\.kind), [.notConnected])
        XCTAssertEqual(failures.map(\.mayHaveBeenSent), [false])

        let emulator = try Emulator()
        _ = try await emulator.client(config).attachments.upload(.data(Data(count: 10), filename: "a.pdf"))
        let operations = log.responses.withLock { $0.map(\.operation) }
        XCTAssertEqual(operations, ["attachments.create", "attachments.upload"])
    }

    func testDownloadIsObserved() async throws {
        let emulator = try Emulator()
        let log = Log()
        let linq = try emulator.client(ClientConfig(observer: log))
        let uploaded = try await linq.attachments.upload(.data(Data(count: 10), filename: "a.pdf"))
        log.requests.withLock { $0.removeAll() }
        log.responses.withLock { $0.removeAll() }
        func fault(_ fields: [String: JSONValue]) async throws {
            let fault = fields.merging(["path": "/attachments/partners/*"]) { $1 }
            try await emulator.control("POST", "faults", .object(fault))
        }
        try await fault(["kind": "html", "status": 503, "times": 1])
        try await fault(["kind": "truncate", "times": 1])
        _ = try await linq.attachments.download(.attachment(uploaded.attachmentID))

        let requests = log.requests.withLock { $0 }
        let operations = ["attachments.retrieve"] + Array(repeating: "attachments.download", count: 3)
        XCTAssertEqual(requests.map(\.operation), operations)
        XCTAssertEqual(requests.map(\.attempt), [1, 1, 2, 3])
        XCTAssertEqual(requests.dropFirst().map(\.path), ["", "", ""])
        let responses = log.responses.withLock { $0 }
        XCTAssertEqual(responses.map(\.status), [200, 503, 200])
        XCTAssertEqual(responses.map(\.retryDelay), [nil, requests[2].delay, nil])
        let failures = log.failures.withLock { $0 }
        XCTAssertEqual(failures.map(\.kind), [.connectionLost])
        XCTAssertEqual(failures.map(\.retryDelay), [requests[3].delay])

        try await fault(["kind": "html", "status": 400])
        _ = await linqError { try await linq.attachments.download(.attachment(uploaded.attachmentID)) }
        XCTAssertEqual(log.responses.withLock { $0.last?.status }, 400)
    }

    func testExhaustedRetryQuotaPreventsRetries() async throws {
        let server = try RecordingServer { _ in .response(status: 503, headers: ["Retry-After-Ms": "1"], body: "{}") }
        func attempts(_ linq: Linq) async -> Int? {
            guard case .api(let failure) = await linqError({ try await linq.chats.retrieve(chatID: "c") }) else {
                return nil
            }
            return failure.attempts
        }
        let limited = try Linq(apiKey: "key", baseURL: server.url, config: ClientConfig(retryQuota: 15))
        for expected in [3, 2, 1] {
            let made = await attempts(limited)
            XCTAssertEqual(made, expected)
        }
        let unlimited = try Linq(apiKey: "key", baseURL: server.url, config: ClientConfig(retryQuota: nil))
        let standard = try Linq(apiKey: "key", baseURL: server.url)
        for call in 0..<51 {
            let (each, counted) = (await attempts(unlimited), await attempts(standard))
            XCTAssertEqual(each, 3)
            XCTAssertEqual(counted, call < 50 ? 3 : 1, "\(call)")
        }
    }
}
