import LinqClient
import XCTest

/// Values that are no identity, removed, null or of another type: everything else reads as before. Rust has drawn the
/// cases at random.
final class SpoiledTests: XCTestCase {
    func testSpoiledValuesCostThemselvesOnly() async throws {
        let cases = try Vectors.json("spoiled.json").items
        let calls = try requestCases()
        let bodies = Mutexed("")
        let server = try RecordingServer { _ in .reply(status: 200, body: bodies.withLock { $0 }) }
        let linq = try Linq(apiKey: "key", baseURL: server.url)
        let receiver = try WebhookReceiver(secrets: [secret])
        for (index, one) in cases.enumerated() {
            let body = String(decoding: try JSONEncoder.linq.encode(one["body"]), as: UTF8.self)
            let expected = try XCTUnwrap(one["reads_as"])
            if let operation = one["operation"]?.stringValue {
                bodies.withLock { $0 = body }
                let call = try XCTUnwrap(calls[operation]?.first)
                let value = try await call(linq)
                let read = try JSONValue(written: XCTUnwrap(value))
                let list = expected["chats"] ?? expected["messages"]
                XCTAssertEqual(read.differences(from: list ?? expected), [], "case \(index), \(operation)")
            } else {
                let headers = try WebhookReceiver.sign(secret: secret, id: "m", at: Date(), body: Data(body.utf8))
                let event = try receiver.unwrap(headers: headers, body: Data(body.utf8))
                let data = try XCTUnwrap(expected["data"])
                XCTAssertEqual(try event.payload().differences(from: data), [], "case \(index), \(event)")
            }
        }
        XCTAssertGreaterThan(cases.count, 100)
    }

    private let secret = "whsec_c2VjcmV0LW9mLXRoZS12ZWN0b3Jz"
}

extension WebhookEvent {
    /// The payload, written again; that of an unknown event is not.
    fileprivate func payload() throws -> JSONValue {
        var payload = try XCTUnwrap(Mirror(reflecting: data).children.first).value
        if let message = payload as? MessageEvent {
            payload = try XCTUnwrap(Mirror(reflecting: message).children.first).value
        }
        return try JSONValue(written: XCTUnwrap(payload as? any Encodable))
    }
}

extension JSONValue {
    /// The paths at which it is not the same as another value. Absent and empty are the same.
    fileprivate func differences(from other: JSONValue?, at path: String = "") -> [String] {
        switch (self, other) {
        case (.object(let own), .object(let others)):
            Set(own.keys).union(others.keys).sorted().flatMap { name in
                (own[name] ?? .null).differences(from: others[name], at: "\(path).\(name)")
            }
        case (.array(let own), .array(let others)) where own.count == others.count:
            zip(own, others).enumerated().flatMap { $1.0.differences(from: $1.1, at: "\(path)[\($0)]") }
        case (_, let other?):
            self == other || isEmpty && other.isEmpty ? [] : [path]
        case (_, nil):
            isEmpty ? [] : [path]
        }
    }

    private var isEmpty: Bool {
        switch self {
        case .null: true
        case .array(let items): items.isEmpty
        case .object(let fields): fields.values.allSatisfy(\.isEmpty)
        default: false
        }
    }
}
