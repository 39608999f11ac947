import LinqClient
import XCTest

final class PageTests: XCTestCase {
    func testPagedListReadsPagesLazily() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        let created = try await linq.chats.create(from: line, to: ["+15556667777"], message: "0")
        for number in 1..<7 {
            try await linq.chats.messages.send(chatID: created.chat.id, message: "\(number)")
        }
        let list = linq.chats.messages.list(chatID: created.chat.id, limit: 3)
        let before = try await emulator.calls("GET", "/messages").count
        XCTAssertEqual(before, 0, "nothing is sent before it is asked for")
        let first = try await list.page()
        XCTAssertEqual(first.items.count, 3)
        XCTAssertTrue(first.hasNext)

        var ids: [String] = []
        for try await message in list { ids.append(message.id) }
        XCTAssertEqual(ids.count, 7)
        XCTAssertEqual(Set(ids).count, 7)
        let calls = try await emulator.calls("GET", "/messages").count
        XCTAssertEqual(calls, 1 + 3)

        let second = try await list.from(cursor: first.nextCursor!).page()
        XCTAssertEqual(second.items.map(\.id), Array(ids[3..<6]))
    }

    func testRepeatedCursorEndsTheList() async throws {
        let server = try RecordingServer { _ in .response(status: 200, body: #"{"chats": [], "next_cursor": "c"}"#) }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        for try await chat in linq.chats.list() { XCTFail("\(chat)") }
        XCTAssertEqual(server.received.count, 2)
        XCTAssertEqual(server.received.last?.target, "/api/partner/v3/chats?cursor=c")
    }

    func testErrorEndsTheList() async throws {
        let server = try RecordingServer { _ in .response(status: 404) }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        var chats = linq.chats.list().makeAsyncIterator()
        let error = await linqError { try await chats.next() }
        XCTAssertEqual(error?.status, 404)
        let after = try await chats.next()
        XCTAssertNil(after)
    }

    func testPaymentRequestsArePagedByOffset() async throws {
        let emulator = try Emulator()
        let linq = try emulator.client()
        var made: Set<String> = []
        for amount in 50..<55 {
            made.insert(try await linq.paymentRequests.create(amount: amount, currency: "usd", mode: .payment).id)
        }
        var ids: [String] = []
        for try await request in linq.paymentRequests.all(pageSize: 2) { ids.append(request.id) }
        XCTAssertEqual(ids.count, 5)
        XCTAssertEqual(Set(ids), made)
        let calls = try await emulator.calls("GET", "/v3/payment_requests").count
        XCTAssertEqual(calls, 3)
    }

    func testOffsetCountsSkippedItems() async throws {
        let server = try RecordingServer { request in
            switch request.target.components(separatedBy: "offset=").last {
            case "0": .response(status: 200, body: #"{"data": [{"id": "a"}, {"amount": 50}, {"id": "b"}]}"#)
            case "3": .response(status: 200, body: #"{"data": [{"amount": 50}]}"#)
            case "4": .response(status: 200, body: #"{"data": [{"id": "c"}], "has_more": null}"#)
            default: .response(status: 200, body: #"{"data": []}"#)
            }
        }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        var ids: [String] = []
        for try await request in linq.paymentRequests.all() { ids.append(request.id) }
        XCTAssertEqual(ids, ["a", "b", "c"])
        XCTAssertEqual(server.received.count, 4)
    }
}
