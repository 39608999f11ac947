import LinqClient
import XCTest

/// The request of every operation, and its complete response, against the shared vectors.
final class VectorTests: XCTestCase {
    func testRequestAndResponseVectorsOfEveryOperation() async throws {
        let cases = try requestCases()
        XCTAssertEqual(cases.keys.sorted(), try Vectors.names("requests"), "every operation has a case")
        for (operation, calls) in cases.sorted(by: { $0.key < $1.key }) {
            try await check(operation, calls)
        }
    }

    private func check(_ operation: String, _ calls: [RequestCase]) async throws {
        let path = "responses/\(operation).json"
        let response = Vectors.exists(path) ? try Vectors.json(path) : nil
        let body = try Vectors.exists(path) ? String(decoding: Vectors.data(path), as: UTF8.self) : ""
        let server = try RecordingServer { _ in .response(status: response == nil ? 204 : 200, body: body) }
        let linq = try Linq(apiKey: "key-1", baseURL: server.url)
        let expected = try Vectors.json("requests/\(operation).json").items
        XCTAssertEqual(calls.count, expected.count, operation)
        for (call, expected) in zip(calls, expected) {
            let given = try await call(linq)
            let received = server.take()
            XCTAssertEqual(received.count, 1, operation)
            if let received = received.first {
                XCTAssertEqual(try normalized(received, at: server.url), masked(expected), operation)
                XCTAssertEqual(received.header("authorization"), "Bearer key-1")
                XCTAssertEqual(received.header("user-agent"), "linq-swift/\(Linq.version)")
            }
            if let response {
                let written = try given.map { try JSONValue(written: $0) }
                let list = response["chats"] ?? response["messages"]
                XCTAssertEqual(written, list ?? response, operation)
            } else {
                XCTAssertNil(given, operation)
            }
        }
    }

    private func normalized(_ received: Received, at url: URL) throws -> JSONValue {
        let path = received.target.dropFirst("/api/partner".count)
        let json = received.body.isEmpty
            ? JSONValue.null : try JSONDecoder.linq.decode(JSONValue.self, from: received.body)
        return masked([
            "method": .string(received.method),
            "url": .string("https://api.linqapp.com/api/partner\(path)"),
            "content_type": received.header("content-type").map(JSONValue.string) ?? .null,
            "idempotency_key": received.header("idempotency-key").map(JSONValue.string) ?? .null,
            "json": json,
        ])
    }

    /// Replaces generated idempotency keys by a constant.
    private func masked(_ json: JSONValue) -> JSONValue {
        switch json {
        case .object(let fields):
            .object(
                Dictionary(
                    uniqueKeysWithValues: fields.map { name, value in
                        let isGenerated = name == "idempotency_key" && UUID(uuidString: value.stringValue ?? "") != nil
                        return (name, isGenerated ? .string("generated") : masked(value))
                    }))
        case .array(let items): .array(items.map(masked))
        default: json
        }
    }
}
