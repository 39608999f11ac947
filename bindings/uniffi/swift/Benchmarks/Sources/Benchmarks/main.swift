// CPU time and allocations of a call and of pages of 100 messages, over a transport that responds immediately.

import CAllocations
import Foundation
import LinqClient

/// A transport with the same response to every request.
struct FixedTransport: HTTPTransport {
    let body: Data

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        HTTPResponse(
            status: 200, headers: [HTTPHeader(name: "content-type", value: "application/json")], body: body)
    }
}

func client(responding body: Data) throws -> Linq {
    try Linq(apiKey: "key", transport: FixedTransport(body: body))
}

/// Returns the CPU time of all threads in seconds.
func cpuTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Prints the minimum and the median of 15 rounds.
func measure(_ name: String, times: Int, _ work: () async throws -> Void) async throws {
    for _ in 0..<3 { try await work() }
    var rounds: [Double] = []
    let allocations = allocation_count()
    for _ in 0..<15 {
        let start = cpuTime()
        for _ in 0..<times { try await work() }
        rounds.append((cpuTime() - start) / Double(times) * 1e6)
    }
    let each = (allocation_count() - allocations) / UInt(15 * times)
    rounds.sort()
    print("\(name): best \(Int(rounds[0])) µs, median \(Int(rounds[7])) µs, \(each) allocations")
}

func page(of message: String) -> Data {
    let messages = [String](repeating: message, count: 100).joined(separator: ",")
    return Data(#"{"messages": [\#(messages)], "next_cursor": "c"}"#.utf8)
}

func vector(_ path: String) throws -> Data {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let folder = file.appendingPathComponent("../../../../../../tests/vectors").standardizedFileURL
    return try Data(contentsOf: folder.appendingPathComponent(path))
}

let text = """
    {"id": "3c90c3cc-0d44-4b50-8888-8dd25736052a", "chat_id": "550e8400-e29b-41d4-a716-446655440000",
     "created_at": "2025-10-23T13:07:55.019-05:00", "delivered_at": "2025-10-23T13:07:56.019-05:00",
     "delivery_status": "delivered", "effect": null, "from": "+12052535597", "from_handle":
      {"id": "550e8400-e29b-41d4-a716-446655440010", "handle": "+12052535597", "is_me": true,
       "joined_at": "2025-05-21T15:30:00.000-05:00", "left_at": null, "service": "iMessage", "status": "active"},
     "is_delivered": true, "is_from_me": true, "is_read": false, "parts":
      [{"type": "text", "value": "Happy birthday! See you at seven.", "reactions": null, "text_decorations": null}],
     "preferred_service": null, "read_at": null, "reply_to": null, "sent_at": "2025-10-23T13:07:55.119-05:00",
     "service": "iMessage", "updated_at": "2025-10-23T13:07:56.019-05:00"}
    """
let chat = "550e8400-e29b-41d4-a716-446655440000"

let sends = try client(responding: vector("responses/chats.messages.send.json"))
try await measure("send", times: 500) { try await sends.chats.messages.send(chatID: chat, message: "Hello") }

let texts = try client(responding: page(of: text))
try await measure("page of 100 texts", times: 20) { _ = try await texts.chats.messages.list(chatID: chat).page() }

let full = try client(responding: page(of: String(decoding: vector("responses/messages.retrieve.json"), as: UTF8.self)))
try await measure("page of 100 messages with every field", times: 20) {
    _ = try await full.chats.messages.list(chatID: chat).page()
}
