import Foundation
internal import LinqFFI

/// What one call does otherwise than the client. Its description shows the names of headers, parameters and fields
/// only: their values may be secrets.
public struct CallOptions: Sendable {
    /// The seconds for one attempt.
    public var timeout: TimeInterval?
    /// How often this call may be tried again, where that is safe and can help.
    public var maxRetries: Int?
    /// The seconds for the whole call: tokens, pauses and retries included.
    public var deadline: TimeInterval?
    /// The key under which the server carries out this call once; a fresh one if absent.
    public var idempotencyKey: String?
    /// Headers to send as well, in ASCII. With an `Authorization` of its own, a call needs no token.
    public var headers: [String: String]
    /// Parameters of the query to send as well.
    public var query: [String: String]
    /// Fields of the JSON body to send as well, such as those that are newer than this version.
    public var bodyFields: [String: JSONValue]
    /// Is handed the raw response of an accepted request, with fields that are newer than this version, and with
    /// ``HTTPResponse/warnings``; before the call returns or throws, and off the main actor.
    public var onResponse: (@Sendable (HTTPResponse) -> Void)?

    /// Makes one of what the call is to do otherwise.
    public init(
        timeout: TimeInterval? = nil,
        maxRetries: Int? = nil,
        deadline: TimeInterval? = nil,
        idempotencyKey: String? = nil,
        headers: [String: String] = [:],
        query: [String: String] = [:],
        bodyFields: [String: JSONValue] = [:],
        onResponse: (@Sendable (HTTPResponse) -> Void)? = nil
    ) {
        self.timeout = timeout
        self.maxRetries = maxRetries
        self.deadline = deadline
        self.idempotencyKey = idempotencyKey
        self.headers = headers
        self.query = query
        self.bodyFields = bodyFields
        self.onResponse = onResponse
    }
}

extension CallOptions: CustomStringConvertible, CustomReflectable {
    public var description: String { described(self) }

    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "timeout": timeout as Any, "maxRetries": maxRetries as Any, "deadline": deadline as Any,
                "idempotencyKey": idempotencyKey as Any, "headers": headers.keys.sorted(),
                "query": query.keys.sorted(), "bodyFields": bodyFields.keys.sorted(),
            ])
    }
}

/// What a value's mirror shows, in one line.
func described(_ value: any CustomReflectable) -> String {
    let children = value.customMirror.children.map { "\($0.label ?? ""): \($0.value)" }
    return "\(type(of: value))(\(children.joined(separator: ", ")))"
}

extension CallOptions {
    func core() throws -> LinqFFI.CallSettings {
        LinqFFI.CallSettings(
            timeout: try Checked.seconds("timeout", timeout),
            maxRetries: try Checked.count("maxRetries", maxRetries),
            deadline: try Checked.seconds("deadline", deadline),
            idempotencyKey: idempotencyKey,
            headers: Header.all(headers),
            query: Header.all(query),
            bodyFields: bodyFields.isEmpty ? nil : try JSONEncoder.text(of: bodyFields)
        )
    }
}

/// Numbers and dates that core can take: there is no telling it of others.
enum Checked {
    static func seconds(_ path: String, _ seconds: TimeInterval?) throws -> TimeInterval? {
        guard let seconds else { return nil }
        guard (0...1e9).contains(seconds) else {
            throw LinqError.invalidArgument(path: path, reason: "it has to be 0 to 1,000,000,000 seconds")
        }
        return seconds
    }

    static func count(_ path: String, _ count: Int?) throws -> UInt32? {
        guard let count else { return nil }
        guard let number = UInt32(exactly: count) else {
            throw LinqError.invalidArgument(path: path, reason: "it has to be 0 or more")
        }
        return number
    }

    /// A date that RFC 3339 can write.
    static func date(_ path: String, _ date: Date) throws -> Date {
        guard date.timestamp != nil else { throw LinqError.invalidArgument(path: path, reason: "year must have four digits") }
        return date
    }
}

extension LinqFFI.Header {
    /// In the order of their names.
    static func all(_ headers: [String: String]) -> [LinqFFI.Header] {
        headers.sorted { $0.key < $1.key }.map { LinqFFI.Header(name: $0.key, value: $0.value) }
    }
}
