import Foundation
internal import LinqFFI

/// Options of all calls of a client.
///
/// The description contains only the names of headers: their values may be secrets.
public struct ClientConfig: Sendable {
    /// Maximum seconds for one attempt; 60 by default.
    public var timeout: TimeInterval?
    /// Maximum number of retries, for retryable errors on idempotent requests; 2 by default.
    public var maxRetries: Int?
    /// Maximum seconds for a whole call, including token fetches, delays and retries; unlimited by default.
    public var deadline: TimeInterval?
    /// ASCII headers of every request.
    public var headers: [String: String]
    /// Rate limits, within which calls are delayed to stay, such as ``RateLimits/published``; none by default.
    public var rateLimits: RateLimits?
    /// If true, `http` is allowed for any host, not only for loopback: keys are then sent unencrypted.
    public var allowsHTTP: Bool
    /// If true, a response that differs from the documentation is a ``LinqError/decode(_:)``, although the request was
    /// accepted. By default, a value that does not match the schema is absent, and listed in ``HTTPResponse/warnings``.
    public var strictResponses: Bool
    /// Tokens of the quota that the retries of all calls share, so that an outage is not amplified; `nil` for no quota.
    /// A retry takes 5 tokens after an error response, and 10 after a transport error; a call that succeeds returns the
    /// tokens of its retries, or one if it had none. While there are too few, a call that fails is not retried.
    public var retryQuota: Int?
    /// Observer of each attempt, for metrics and audit.
    public var observer: (any AttemptObserver)?

    /// Creates a configuration; options left out have their defaults.
    public init(
        timeout: TimeInterval? = nil,
        maxRetries: Int? = nil,
        deadline: TimeInterval? = nil,
        headers: [String: String] = [:],
        rateLimits: RateLimits? = nil,
        allowsHTTP: Bool = false,
        strictResponses: Bool = false,
        retryQuota: Int? = 500,
        observer: (any AttemptObserver)? = nil
    ) {
        self.timeout = timeout
        self.maxRetries = maxRetries
        self.deadline = deadline
        self.headers = headers
        self.rateLimits = rateLimits
        self.allowsHTTP = allowsHTTP
        self.strictResponses = strictResponses
        self.retryQuota = retryQuota
        self.observer = observer
    }
}

extension ClientConfig: CustomStringConvertible, CustomReflectable {
    public var description: String { mirrorDescription(self) }

    public var customMirror: Mirror {
        Mirror(
            self,
            children: [
                "timeout": timeout as Any, "maxRetries": maxRetries as Any, "deadline": deadline as Any,
                "headers": headers.keys.sorted(), "rateLimits": rateLimits as Any, "allowsHTTP": allowsHTTP,
                "strictResponses": strictResponses, "retryQuota": retryQuota as Any,
            ])
    }
}

extension ClientConfig {
    /// Creates an engine. `name` is the argument's name of the base URL, for errors.
    func engine(baseURL: URL?, _ name: String) throws -> LinqFFI.Engine {
        var headers = headers
        if !headers.keys.contains(where: { $0.lowercased() == "user-agent" }) {
            headers["User-Agent"] = "linq-swift/\(Linq.version)"
        }
        let config = LinqFFI.EngineConfig(
            baseUrl: baseURL?.absoluteString,
            allowHttp: allowsHTTP,
            timeout: try Checked.seconds("timeout", timeout),
            maxRetries: try Checked.count("maxRetries", maxRetries),
            deadline: try Checked.seconds("deadline", deadline),
            headers: LinqFFI.Header.all(headers),
            rateLimits: try rateLimits?.config(),
            retryQuota: try Checked.count("retryQuota", retryQuota),
            observesAttempts: observer != nil,
            strictResponses: strictResponses
        )
        return try LinqError.rethrowing([
            "base_url": name, "rate_limits.messages_per_line": "rateLimits.messagesPerLine",
        ]) { try LinqFFI.Engine(options: config) }
    }
}
