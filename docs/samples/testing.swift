// ANCHOR: canned
import Foundation
import LinqClient

/// The code under test.
func hello(_ chatID: String, with linq: Linq) async throws {
    try await linq.chats.messages.send(chatID: chatID, message: "Hello!")
}

/// A transport that responds to every request with the same JSON.
struct CannedTransport: HTTPTransport {
    let json: String

    func send(_ request: HTTPRequest) async throws -> HTTPResponse {
        guard request.url.hasSuffix("/v3/chats/c1/messages") else { throw URLError(.badURL) }
        let type = HTTPHeader(name: "Content-Type", value: "application/json")
        return HTTPResponse(status: 202, headers: [type], body: Data(json.utf8))
    }
}

func testWithoutANetwork() async throws {
    let sent = CannedTransport(json: #"{"chat_id": "c1", "message": {"id": "m1", "parts": []}}"#)
    try await hello("c1", with: Linq(apiKey: "any-key", transport: sent))
}
// ANCHOR_END: canned

// ANCHOR: emulator
/// `emulator` is the base URL that `linq-emulator` prints in its first line.
func testWithTheEmulator(_ emulator: URL) async throws {
    let linq = try Linq(apiKey: "any-key", baseURL: emulator)
    let to = ["+15556667777"]
    let chat = try await linq.chats.create(from: "+12223334444", to: to, message: "Hi").chat

    // The next response is lost.
    let control = emulator.deletingLastPathComponent().deletingLastPathComponent()
    let fault: JSONValue = ["kind": "drop_response", "times": 1]
    _ = try await Linq(apiKey: "any-key", baseURL: control)
        .request("POST", "/_emulator/faults", body: fault)
    try await hello(chat.id, with: linq)
    let messages = try await linq.chats.messages.list(chatID: chat.id).page()
    precondition(messages.items.count == 2, "the retry did not send it twice")
}
// ANCHOR_END: emulator
