import Foundation
internal import LinqFFI

/// A header of a request or a reply. Its description does not show its value, which may be a key.
public struct HTTPHeader: Hashable, Sendable {
    /// Its name, in any case.
    public let name: String
    /// Its value.
    public let value: String

    /// Makes one of its name and its value.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A request to be sent as it is. Its description shows neither the key nor the body.
///
/// A transport around another one may change it on the way, such as by a header of its own:
///
/// ```swift
/// struct AttestedTransport: HTTPTransport {
///     let inner = URLSessionTransport()
///
///     func send(_ request: HTTPRequest) async throws -> HTTPResponse {
///         var request = request
///         request.setHeader("X-Attestation", try await attestation())
///         return try await inner.send(request)
///     }
/// }
/// ```
public struct HTTPRequest: Sendable {
    /// Such as `POST`.
    public var method: String
    /// The whole address; that of an upload is secret.
    public var url: String
    /// All headers, the key among them.
    public var headers: [HTTPHeader]
    /// The body, if there is one.
    public var body: Data?
    /// The seconds until the whole reply has to be there. The client sees to it too.
    public var timeout: TimeInterval

    /// Makes one of its parts: for tests of a transport.
    public init(
        method: String, url: String, headers: [HTTPHeader] = [], body: Data? = nil, timeout: TimeInterval = 60
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
    }

    /// The value of a header, by its name in any case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Gives a header this value, in place of what it had.
    public mutating func setHeader(_ name: String, _ value: String) {
        headers.removeAll { $0.name.lowercased() == name.lowercased() }
        headers.append(HTTPHeader(name: name, value: value))
    }
}

/// The reply to a request, whatever its status. Its description does not show what is in it.
public struct HTTPResponse: Sendable {
    /// The HTTP status.
    public let status: Int
    /// All headers.
    public let headers: [HTTPHeader]
    /// The whole body.
    public let body: Data
    /// The values of the response that were set aside, since they do not fit; at most 100. Empty where a transport
    /// makes it.
    public internal(set) var warnings: [DecodeWarning] = []

    /// Makes one of its parts.
    public init(status: Int, headers: [HTTPHeader], body: Data) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The value of a header, by its name in any case.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }
}

extension HTTPHeader: CustomStringConvertible, CustomReflectable {
    public var description: String { "HTTPHeader(\(name))" }
    public var customMirror: Mirror { Mirror(self, children: ["name": name]) }
}

extension HTTPRequest: CustomStringConvertible, CustomReflectable {
    public var description: String {
        let host = URL(string: url)?.host ?? "?"
        return "HTTPRequest(\(method) \(host), \(body?.count ?? 0) bytes)"
    }

    public var customMirror: Mirror { Mirror(self, children: ["method": method]) }
}

extension HTTPResponse: CustomStringConvertible, CustomReflectable {
    public var description: String { "HTTPResponse(\(status), \(body.count) bytes)" }
    public var customMirror: Mirror { Mirror(self, children: ["status": status]) }
}

extension HTTPRequest {
    init(_ request: LinqFFI.HttpRequest, timeout: TimeInterval) {
        self.init(
            method: request.method, url: request.url, headers: request.headers.map(HTTPHeader.init),
            body: request.body, timeout: timeout)
    }
}

extension HTTPRequest {
    var core: LinqFFI.HttpRequest {
        LinqFFI.HttpRequest(method: method, url: url, headers: headers.map(\.core), body: body)
    }
}

extension HTTPHeader {
    init(_ header: LinqFFI.Header) {
        self.init(name: header.name, value: header.value)
    }

    var core: LinqFFI.Header { LinqFFI.Header(name: name, value: value) }
}

extension HTTPResponse {
    init(_ reply: LinqFFI.HttpResponse) {
        self.init(status: Int(reply.status), headers: reply.headers.map(HTTPHeader.init), body: reply.body)
    }

    var core: LinqFFI.HttpResponse {
        LinqFFI.HttpResponse(status: UInt16(clamping: status), headers: headers.map(\.core), body: body)
    }
}
