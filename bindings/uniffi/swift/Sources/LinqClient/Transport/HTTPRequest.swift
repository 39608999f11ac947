import Foundation
internal import LinqFFI

/// A header of a request or response. The description omits the value, which may be a key.
public struct HTTPHeader: Hashable, Sendable {
    /// Name, case-insensitive.
    public let name: String
    /// Value.
    public let value: String

    /// Creates a header.
    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// A request, to be sent verbatim. The description omits the key and the body.
///
/// A transport that wraps another one can change it, for example by adding a header:
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
public struct HTTPRequest: Hashable, Sendable {
    /// HTTP method, such as `POST`.
    public var method: String
    /// Absolute URL; that of an upload is secret.
    public var url: String
    /// All headers, including `Authorization`.
    public var headers: [HTTPHeader]
    /// Body, if the request has one.
    public var body: Data?
    /// Maximum seconds until the complete response. The client enforces it too.
    public var timeout: TimeInterval

    /// Creates a request, for tests of a transport.
    public init(
        method: String, url: String, headers: [HTTPHeader] = [], body: Data? = nil, timeout: TimeInterval = 60
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeout = timeout
    }

    /// Returns the value of a header; the name is case-insensitive.
    public func header(_ name: String) -> String? {
        headers.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Sets a header, replacing its values.
    public mutating func setHeader(_ name: String, _ value: String) {
        headers.removeAll { $0.name.lowercased() == name.lowercased() }
        headers.append(HTTPHeader(name: name, value: value))
    }
}

/// A response of any status. The description omits its headers and body.
public struct HTTPResponse: Hashable, Sendable {
    /// HTTP status.
    public let status: Int
    /// All headers.
    public let headers: [HTTPHeader]
    /// Complete body.
    public let body: Data
    /// The values of the response that were skipped because they do not match the schema, at most 100. Empty in a
    /// response created by a transport.
    public internal(set) var warnings: [DecodeWarning] = []

    /// Creates a response.
    public init(status: Int, headers: [HTTPHeader], body: Data) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// Returns the value of a header; the name is case-insensitive.
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
    init(_ response: LinqFFI.HttpResponse) {
        self.init(status: Int(response.status), headers: response.headers.map(HTTPHeader.init), body: response.body)
    }

    /// Returns the response for core, without the body of a success if the host keeps it.
    func core(keepsBody: Bool = false) -> LinqFFI.HttpResponse {
        let body = keepsBody && (200..<300).contains(status) ? Data() : body
        return LinqFFI.HttpResponse(status: UInt16(clamping: status), headers: headers.map(\.core), body: body)
    }
}
