import Foundation
import LinqClient
import XCTest

/// Cancellation, errors of the app, and concurrency.
final class CancellationTests: XCTestCase {
    func testCancellationAbortsTheRequest() async throws {
        let server = try RecordingServer { _ in .silence }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        let task = Task { try await linq.chats.messages.send(chatID: chat, message: "hi") }
        try await eventually { server.received.count == 1 }
        let start = Date()
        task.cancel()
        await XCTAssertThrowsCancellation(task)
        XCTAssertLessThan(Date().timeIntervalSince(start), 5)
        try await eventually { server.disconnects == 1 }
        XCTAssertEqual(server.received.count, 1, "no retry")
    }

    func testCancellationEndsTheRetryDelay() async throws {
        let server = try RecordingServer { _ in .response(status: 503, headers: ["retry-after": "20"]) }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        let task = Task { try await linq.chats.retrieve(chatID: chat) }
        try await eventually { server.received.count == 1 }
        let start = Date()
        task.cancel()
        await XCTAssertThrowsCancellation(task)
        XCTAssertLessThan(Date().timeIntervalSince(start), 5)
    }

    func testErrorsOfTransportAndTokenProviderAreThrownUnchanged() async throws {
        struct AppError: Error, Equatable { let number: Int }
        struct Failing: HTTPTransport {
            func send(_ request: HTTPRequest) async throws -> HTTPResponse { throw AppError(number: 1) }
        }
        let linq = try Linq(apiKey: "key", transport: Failing())
        do {
            _ = try await linq.chats.retrieve(chatID: chat)
            XCTFail("nothing was thrown")
        } catch let error as AppError {
            XCTAssertEqual(error, AppError(number: 1))
        }
        let tokens = CachedTokenProvider { throw AppError(number: 2) }
        let app = try Linq(backend: URL(string: "https://api.example.com/linq")!, tokens: tokens)
        do {
            _ = try await app.chats.retrieve(chatID: chat)
            XCTFail("nothing was thrown")
        } catch let error as AppError {
            XCTAssertEqual(error, AppError(number: 2))
        }
    }

    func testCustomTransportSendsCallsAndUploads() async throws {
        final class Counting: HTTPTransport {
            let inner = URLSessionTransport()
            let sent = Mutexed([Int]())
            func send(_ request: HTTPRequest) async throws -> HTTPResponse {
                sent.withLock { $0.append(request.body?.count ?? 0) }
                return try await inner.send(request)
            }
        }
        let emulator = try Emulator()
        let transport = Counting()
        let linq = try emulator.client(transport: transport)
        _ = try await linq.attachments.upload(.data(Data(count: 5_000), filename: "a.pdf"))
        XCTAssertEqual(transport.sent.withLock { $0.last }, 5_000)
    }

    func testConcurrentCalls() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        let created = try await linq.chats.create(from: line, to: ["+15556667777"], message: "start")
        let ids = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<40 {
                group.addTask {
                    let sent = try await linq.chats.messages.send(chatID: created.chat.id, message: "\(number)")
                    return sent.message.id
                }
            }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        XCTAssertEqual(ids.count, 40)
    }
}
