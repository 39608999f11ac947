import Foundation
import LinqClient
import XCTest

final class TokenTests: XCTestCase {
    func testATokenIsKeptUntilItIsInvalidated() async throws {
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

    func testARefusedTokenIsFetchedAnewOnceAndTheCallMadeAgain() async throws {
        let emulator = try Emulator(arguments: ["--api-key", "good"])
        let offered = Mutexed(["good", "old"])
        let tokens = CachedTokenProvider { offered.withLock { $0.count > 1 ? $0.removeLast() : $0[0] } }
        let linq = try Linq(backend: emulator.baseURL, tokens: tokens)
        let created = try await linq.chats.create(from: line, to: ["+15556667777"], message: "Hi")
        XCTAssertFalse(created.chat.id.isEmpty)
        let calls = try await emulator.calls("POST", "/v3/chats")
        XCTAssertEqual(calls.map { $0["status"] }, [401, 201])

        let never = CachedTokenProvider { "bad" }
        let refused = try Linq(backend: emulator.baseURL, tokens: never)
        let error = await linqError { try await refused.phoneNumbers.list() }
        XCTAssertEqual(error?.code, 2004)
        let tried = try await emulator.calls("GET", "/v3/phone_numbers").count
        XCTAssertEqual(tried, 2)
    }

    func testAnUploadGoesOnWithAFreshToken() async throws {
        let emulator = try Emulator(arguments: ["--api-key", "good"])
        let offered = Mutexed(["good", "old"])
        let tokens = CachedTokenProvider { offered.withLock { $0.count > 1 ? $0.removeLast() : $0[0] } }
        let linq = try Linq(backend: emulator.baseURL, tokens: tokens)
        let uploaded = try await linq.attachments.upload(.data(Data(count: 10), filename: "a.pdf"))
        XCTAssertEqual(uploaded.sizeBytes, 10)
    }

    func testManyCallsWaitForOneFetch() async throws {
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

    func testACallThatIsCancelledDoesNotWaitForItsToken() async throws {
        let tokens = CachedTokenProvider {
            try await Task.sleep(nanoseconds: 5_000_000_000)
            return "token"
        }
        let linq = try Linq(backend: URL(string: "https://api.example.com/linq")!, tokens: tokens)
        let task = Task { try await linq.phoneNumbers.list() }
        try await Task.sleep(nanoseconds: 50_000_000)
        let start = Date()
        task.cancel()
        await XCTAssertThrowsCancellation(task)
        XCTAssertLessThan(Date().timeIntervalSince(start), 0.2)
    }
}
