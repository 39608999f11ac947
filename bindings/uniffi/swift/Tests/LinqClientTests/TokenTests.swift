import Foundation
import LinqClient
import XCTest

final class TokenTests: XCTestCase {
    func testTokenIsCachedUntilInvalidated() async throws {
        let emulator = try Emulator()
        let fetched = Mutexed(0)
        let tokens = CachedTokenProvider {
            fetched.withLock { $0 += 1 }
            return "token"
        }
        let linq = try Linq(backend: emulator.baseURL, tokens: tokens)
        for _ in 0..<3 { _ = try await linq.phoneNumbers.list() }
        XCTAssertEqual(fetched.withLock { $0 }, 1)
        await tokens.invalidate()
        _ = try await linq.phoneNumbers.list()
        XCTAssertEqual(fetched.withLock { $0 }, 2)
    }

    func testRejectedTokenIsRenewedOnceAndTheCallRetried() async throws {
        let emulator = try Emulator(arguments: ["--api-key", "good"])
        let tokenQueue = Mutexed(["good", "old"])
        let tokens = CachedTokenProvider { tokenQueue.withLock { $0.count > 1 ? $0.removeLast() : $0[0] } }
        let linq = try Linq(backend: emulator.baseURL, tokens: tokens)
        let created = try await linq.chats.create(from: line, to: ["+15556667777"], message: "Hi")
        XCTAssertFalse(created.chat.id.isEmpty)
        let calls = try await emulator.calls("POST", "/v3/chats")
        XCTAssertEqual(calls.map { $0["status"] }, [401, 201])

        let never = CachedTokenProvider { "bad" }
        let rejected = try Linq(backend: emulator.baseURL, tokens: never)
        let error = await linqError { try await rejected.phoneNumbers.list() }
        XCTAssertEqual(error?.code, 2004)
        let tried = try await emulator.calls("GET", "/v3/phone_numbers").count
        XCTAssertEqual(tried, 2)
    }

    func testInvalidTokenIsNotCached() async throws {
        let emulator = try Emulator()
        let tokenQueue = Mutexed(["good", "a token\n", "good", ""])
        let tokens = CachedTokenProvider { tokenQueue.withLock { $0.removeLast() } }
        let linq = try Linq(backend: emulator.baseURL, tokens: tokens)
        let error = await linqError { try await linq.phoneNumbers.list() }
        guard case .invalidArgument("token", _) = error else { return XCTFail("\(error as Any)") }
        _ = try await linq.phoneNumbers.list()
        await tokens.invalidate()
        let file = UploadSource.data(Data(count: 10), filename: "a.pdf")
        let rejected = await linqError { try await linq.attachments.upload(file) }
        guard case .invalidArgument("token", _) = rejected else { return XCTFail("\(rejected as Any)") }
        _ = try await linq.attachments.upload(file)
    }

    func testUploadRenewsARejectedToken() async throws {
        let emulator = try Emulator(arguments: ["--api-key", "good"])
        let tokenQueue = Mutexed(["good", "old"])
        let tokens = CachedTokenProvider { tokenQueue.withLock { $0.count > 1 ? $0.removeLast() : $0[0] } }
        let linq = try Linq(backend: emulator.baseURL, tokens: tokens)
        let uploaded = try await linq.attachments.upload(.data(Data(count: 10), filename: "a.pdf"))
        XCTAssertEqual(uploaded.sizeBytes, 10)
    }

    func testTokenExpiryAfterLostResponseDoesNotDuplicateTheMessage() async throws {
        let emulator = try Emulator()
        let fetched = Mutexed(0)
        let tokens = CachedTokenProvider {
            fetched.withLock { $0 += 1; return "token-\($0)" }
        }
        let linq = try Linq(backend: emulator.baseURL, tokens: tokens)
        let group = try await linq.chats.create(from: line, to: ["+15556667777"], message: "Hi").chat.id
        try await emulator.control("POST", "faults", ["kind": "drop_response", "method": "POST", "times": 1])
        try await emulator.control(
            "POST", "faults", ["kind": "status", "status": 401, "code": 2004, "method": "POST", "times": 1])
        try await linq.chats.messages.send(chatID: group, message: "once", options: CallOptions(maxRetries: 1))
        let texts = try await emulator.texts()
        XCTAssertEqual(texts.filter { $0 == "once" }.count, 1)
        let sends = try await emulator.calls("POST", "/messages")
        XCTAssertEqual(sends.map { $0["status"] ?? .null }, [.null, 401, 202])
        let keys = sends.map { $0["body"]?["message"]?["idempotency_key"]?.stringValue }
        XCTAssertEqual(Set(keys).count, 1, "\(sends)")
        XCTAssertNotNil(keys[0] ?? nil)
        XCTAssertEqual(fetched.withLock { $0 }, 2)
    }

    func testDeadlineIncludesTheToken() async throws {
        /// Ignores cancellation.
        struct Hanging: TokenProvider {
            let fetches = Mutexed(0)
            let first: String?

            func token() async throws -> String {
                let number = fetches.withLock { $0 += 1; return $0 }
                if number == 1, let first { return first }
                return await withCheckedContinuation { continuation in
                    Thread.detachNewThread {
                        Thread.sleep(forTimeInterval: 30)
                        continuation.resume(returning: "late")
                    }
                }
            }

            func rejected(_ token: String) async -> Bool { true }
        }
        let server = try RecordingServer { _ in .response(status: 401) }
        let start = Date()
        let linq = try Linq(backend: server.url, tokens: Hanging(first: nil))
        let error = await linqError { try await linq.chats.retrieve(chatID: chat, options: CallOptions(deadline: 0.2)) }
        guard case .transport(let failure)? = error else { return XCTFail("\(String(describing: error))") }
        XCTAssertEqual(failure.kind, .timedOut)
        XCTAssertEqual(failure.attempts, 0)
        XCTAssertFalse(failure.mayHaveTakenEffect)
        let upload = await linqError {
            try await linq.attachments.upload(.data(Data(count: 9), filename: "a.pdf"), deadline: 0.2)
        }
        guard case .transport? = upload else { return XCTFail("\(String(describing: upload))") }
        XCTAssertTrue(server.received.isEmpty)

        let renewing = try Linq(backend: server.url, tokens: Hanging(first: "old"))
        let rejected = await linqError {
            try await renewing.chats.retrieve(chatID: chat, options: CallOptions(deadline: 2))
        }
        XCTAssertEqual(rejected?.status, 401, "a hanging renewal ends with the 401")
        XCTAssertEqual(server.received.count, 1)

        let task = Task { try await Linq(backend: server.url, tokens: Hanging(first: nil)).phoneNumbers.list() }
        try await Task.sleep(nanoseconds: 50_000_000)
        task.cancel()
        await XCTAssertThrowsCancellation(task)
        XCTAssertLessThan(Date().timeIntervalSince(start), 10, "no call waits for the provider")
    }

    func testHangingFetchIsCancelledAndNotAwaitedByTheNextCall() async throws {
        let emulator = try Emulator()
        let fetched = Mutexed(0)
        let cancelled = Mutexed(0)
        let tokens = CachedTokenProvider {
            guard fetched.withLock({ $0 += 1; return $0 }) == 1 else { return "token" }
            do {
                try await Task.sleep(nanoseconds: 60_000_000_000)
            } catch {
                cancelled.withLock { $0 += 1 }
                throw error
            }
            return "never"
        }
        let linq = try Linq(backend: emulator.baseURL, tokens: tokens)
        let shortDeadline = CallOptions(deadline: 0.2)
        let errors = await withTaskGroup(of: LinqError?.self) { group in
            for _ in 0..<3 {
                group.addTask { await linqError { try await linq.phoneNumbers.list(options: shortDeadline) } }
            }
            return await group.reduce(into: [LinqError?]()) { $0.append($1) }
        }
        for error in errors {
            guard case .transport? = error else { return XCTFail("\(String(describing: error))") }
        }
        try await eventually { cancelled.withLock { $0 } == 1 }
        _ = try await linq.phoneNumbers.list(options: CallOptions(deadline: 5))
        XCTAssertEqual(fetched.withLock { $0 }, 2)
    }

    func testInvalidArgumentFetchesNoToken() async throws {
        let fetched = Mutexed(0)
        let tokens = CachedTokenProvider { fetched.withLock { $0 += 1; return "token" } }
        let linq = try Linq(backend: URL(string: "http://127.0.0.1:1")!, tokens: tokens)
        let error = await linqError { try await linq.chats.messages.send(chatID: chat, message: "") }
        guard case .invalidArgument? = error else { return XCTFail("\(String(describing: error))") }
        XCTAssertEqual(fetched.withLock { $0 }, 0)
    }

    func testConcurrentCallsShareOneFetch() async throws {
        let emulator = try Emulator()
        let fetched = Mutexed(0)
        let tokens = CachedTokenProvider {
            fetched.withLock { $0 += 1 }
            try await Task.sleep(nanoseconds: 100_000_000)
            return "token"
        }
        let linq = try Linq(backend: emulator.baseURL, tokens: tokens)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<10 {
                group.addTask { _ = try await linq.phoneNumbers.list() }
            }
            try await group.waitForAll()
        }
        XCTAssertEqual(fetched.withLock { $0 }, 1)
    }

    func testCancelledCallDoesNotAwaitItsToken() async throws {
        let tokens = CachedTokenProvider {
            try await Task.sleep(nanoseconds: 60_000_000_000)
            return "token"
        }
        let linq = try Linq(backend: URL(string: "https://api.example.com/linq")!, tokens: tokens)
        let task = Task { try await linq.phoneNumbers.list() }
        try await Task.sleep(nanoseconds: 50_000_000)
        let start = Date()
        task.cancel()
        await XCTAssertThrowsCancellation(task)
        XCTAssertLessThan(Date().timeIntervalSince(start), 5)
    }
}
