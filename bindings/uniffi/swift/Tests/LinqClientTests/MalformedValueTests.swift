import LinqClient
import XCTest

/// Responses and events with missing, null or mistyped values other than identities, drawn at random by the Rust tests:
/// all other values are read.
final class MalformedValueTests: XCTestCase {
    func testMalformedValuesAreSkipped() async throws {
        let cases = try Vectors.json("mutated.json").items
        let calls = try requestCases()
        let bodies = Mutexed("")
        let server = try RecordingServer { _ in .response(status: 200, body: bodies.withLock { $0 }) }
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
                let event = try receiver.verify(headers: headers, body: Data(body.utf8))
                let data = try XCTUnwrap(expected["data"])
                XCTAssertEqual(try event.payload().differences(from: data), [], "case \(index), \(event)")
            }
        }
        XCTAssertGreaterThan(cases.count, 100)
    }

    private let secret = "whsec_c2VjcmV0LW9mLXRoZS12ZWN0b3Jz"
}

extension WebhookEvent {
    /// Returns the encoded payload of an event of a known type.
    fileprivate func payload() throws -> JSONValue {
        var payload = try XCTUnwrap(Mirror(reflecting: data).children.first).value
        if let message = payload as? MessageEvent {
            payload = try XCTUnwrap(Mirror(reflecting: message).children.first).value
        }
        return try JSONValue(written: XCTUnwrap(payload as? any Encodable))
    }
}

extension JSONValue {
    /// Returns the paths at which the value differs from another. Absent and empty values are equal.
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
